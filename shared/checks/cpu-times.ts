import { z } from 'zod';

/** Time of all processors of the machine together since it started, milliseconds; only differences mean anything. */
export const cpuTimes = z.object({ busyMs: z.number().nonnegative(), totalMs: z.number().nonnegative() });
export type CpuTimes = Readonly<z.infer<typeof cpuTimes>>;

/** How busy the whole machine was between two readings, percent; null where they tell nothing (no time in between, a reset). */
export function cpuLoadPct(from: CpuTimes | null, to: CpuTimes | null): number | null {
  if (from === null || to === null) return null;
  const total = to.totalMs - from.totalMs;
  const busy = to.busyMs - from.busyMs;
  if (total <= 0 || busy < 0 || busy > total) return null;
  return (100 * busy) / total;
}
