import type { CheckId } from '../checks/check-id.ts';

/** Where the one figure of a check that is worth watching over meetings stands in its measurement. */
const PATHS = {
  camera: ['fps'],
  microphone: ['channels', '0', 'speechDbfs'],
  speaker: ['channels', '0', 'correlation'],
  link: ['upload', 'mbps'],
  'screen-share': ['fps'],
  encoder: ['encodedFps'],
  host: ['memoryAvailableGiB'],
} as const satisfies Record<CheckId, readonly string[]>;

/** What a measurement says in another unit than people read. */
const SCALES: Readonly<Partial<Record<CheckId, number>>> = { speaker: 100 };

/** The figure, in the unit its name says; null where the measurement has none (nothing was measured, or by another version). */
export function figureOf(id: CheckId, measurement: Readonly<Record<string, unknown>> | null): number | null {
  let at: unknown = measurement;
  for (const step of PATHS[id]) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  return typeof at === 'number' && Number.isFinite(at) ? at * (SCALES[id] ?? 1) : null;
}
