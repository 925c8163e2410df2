import { cpus } from 'node:os';
import type { CpuTimes } from '../../../shared/checks/cpu-times.ts';

/** The machine's processor time by now, all programs together. */
export function readCpuTimes(processors: ReturnType<typeof cpus> = cpus()): CpuTimes {
  let busyMs = 0;
  let totalMs = 0;
  for (const { times } of processors) {
    const working = times.user + times.nice + times.sys + times.irq;
    busyMs += working;
    totalMs += working + times.idle;
  }
  return { busyMs, totalMs };
}
