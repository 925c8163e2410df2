import { cpus } from 'node:os';
import type { CpuTimes } from '../../shared/checks/cpu-times.ts';

/** The machine's processor time by now, all programs together. Windows counts interrupts in `sys` already. */
export function readCpuTimes(processors: ReturnType<typeof cpus> = cpus(), system = process.platform): CpuTimes {
  let busyMs = 0;
  let totalMs = 0;
  for (const { times } of processors) {
    const working = times.user + times.nice + times.sys + (system === 'win32' ? 0 : times.irq);
    busyMs += working;
    totalMs += working + times.idle;
  }
  return { busyMs, totalMs };
}
