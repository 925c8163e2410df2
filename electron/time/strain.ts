import { performance } from 'node:perf_hooks';

const EVERY_MS = 4;
/** A timer is never exact; what is beyond this is a machine that has other things to do. */
const FREE_MS = 3;

/** How far this process keeps up with what comes in; shares of the time since the meter began, 0 to 1. */
export interface Strain {
  /** What the event loop came too late: what arrived meanwhile was seen late. */
  readonly late: number;
  /** What it was at work; near 1 it never caught up with what came in. */
  readonly active: number;
}

export const NO_STRAIN: Strain = { late: 0, active: 0 };

export interface StrainMeter {
  readonly read: () => Strain;
  readonly stop: () => void;
}

/** Watches the event loop of this process. */
export function meterStrain(): StrainMeter {
  const startMs = performance.now();
  const before = performance.eventLoopUtilization();
  const cpuBefore = process.cpuUsage();
  let lateMs = 0;
  let dueMs = startMs + EVERY_MS;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    lateMs += Math.max(0, nowMs - dueMs - FREE_MS);
    dueMs = nowMs + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return {
    read: () => ({
      late: Math.min(1, lateMs / Math.max(EVERY_MS, performance.now() - startMs)),
      active: activeShare(),
    }),
    stop: () => clearInterval(timer),
  };

  /** Where something else than Node turns the event loop, as in Electron's main process, it is not counted: then what all threads used. */
  function activeShare(): number {
    const { idle, active, utilization } = performance.eventLoopUtilization(before);
    if (idle + active > 0) return utilization;
    const { user, system } = process.cpuUsage(cpuBefore);
    return Math.min(1, (user + system) / 1000 / Math.max(EVERY_MS, performance.now() - startMs));
  }
}
