import type { LinkSample } from '../../shared/checks/link/live.ts';

const EVERY_MS = 50;

/** A whole check of a 50/20 Mbps line as the probe tells it, with a queue under load. */
export const LINE_SAMPLES: readonly LinkSample[] = [
  ...phase('echo', 0, 1900, (at) => ({ rttMs: 12 + (at % 5) })),
  ...phase('download', 2000, 2800, (at) => ({ mbps: 50 * rise(at) + (at % 3), rttMs: 12 + 28 * rise(at) })),
  ...phase('upload', 3000, 3900, (at) => ({ mbps: 20 * rise(at) + (at % 2), rttMs: 12 + 35 * rise(at) })),
  ...phase('media', 4100, 7400, (at) => ({ mbps: 2.5 + 0.1 * (at % 3), rttMs: 13 + (at % 4) })),
];

function phase(
  name: LinkSample['phase'],
  fromMs: number,
  toMs: number,
  values: (at: number) => Pick<LinkSample, 'mbps' | 'rttMs'>,
): readonly LinkSample[] {
  const count = Math.floor((toMs - fromMs) / EVERY_MS);
  return Array.from({ length: count }, (_, at) => ({ phase: name, atMs: fromMs + at * EVERY_MS, ...values(at) }));
}

function rise(at: number): number {
  return 1 - Math.exp(-(at + 1) / 3);
}
