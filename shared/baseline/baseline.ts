import { z } from 'zod';
import { CHECK_IDS, type CheckId } from '../checks/check-id.ts';
import { epochMs } from '../events/event.ts';
import type { JournalEvent } from '../events/journal-event.ts';

/** The last earlier measurement of a check in this device's journal that is worth comparing with. */
export const baseline = z.object({
  measurement: z.record(z.string(), z.unknown()),
  /** False: it never passed here, so this is only what was measured. */
  passed: z.boolean(),
  /** When it was filed, by the device's clock. */
  at: epochMs,
});
export type Baseline = Readonly<z.infer<typeof baseline>>;

export const baselines = z.partialRecord(z.enum(CHECK_IDS), baseline);
export type Baselines = Readonly<Partial<Record<CheckId, Baseline>>>;

/**
 * Adds one event, in the order of the chain, whatever meeting it is for: the devices are the same.
 * What passed outlives later warnings, or a device that fell back would be its own measure the next time it is looked at.
 */
export function addToBaselines(known: Baselines, event: JournalEvent, at: number): Baselines {
  if (event.type !== 'check-run') return known;
  const next: Partial<Record<CheckId, Baseline>> = { ...known };
  for (const { id, verdict, measurement } of event.results) {
    const passed = verdict === 'pass';
    if (measurement === null || !(passed || verdict === 'warn')) continue;
    if (passed || !next[id]?.passed) next[id] = { measurement, passed, at };
  }
  return next;
}
