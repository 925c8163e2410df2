import { z } from 'zod';

const gib = z.number().nonnegative().nullable();

/** The machine, as its operating system tells it. Null: it did not tell (or not in time). GiB are 2^30 bytes. */
export const hostMeasurement = z.object({
  /** Of all processors together, over about a second. */
  cpuLoadPct: z.number().min(0).max(100).nullable(),
  memoryTotalGiB: gib,
  memoryAvailableGiB: gib,
  /** On the disk that holds the app's data. */
  diskFreeGiB: gib,
  power: z
    .object({
      /** `mains` also where there is no battery at all. */
      source: z.enum(['mains', 'battery']),
      batteryPct: z.number().min(0).max(100).nullable(),
    })
    .nullable(),
  os: z.object({ name: z.string(), version: z.string(), arch: z.string() }).nullable(),
  uptimeHours: z.number().nonnegative().nullable(),
  durationMs: z.number().nonnegative(),
});
export type HostMeasurement = z.infer<typeof hostMeasurement>;
