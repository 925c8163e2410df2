import { statfs } from 'node:fs/promises';
import * as systeminformation from 'systeminformation';
import { type CpuTimes, cpuLoadPct as loadBetween } from '../../../shared/checks/cpu-times.ts';
import type { HostMeasurement } from '../../../shared/checks/host/measurement.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { readCpuTimes } from '../cpu-times.ts';
import { ask } from './ask.ts';

/** What the probe asks of the operating system. */
export interface HostSystem extends Pick<typeof systeminformation, 'mem' | 'battery' | 'osInfo' | 'time'> {
  readonly cpuTimes: () => CpuTimes;
  /** Bytes this user may still write on the disk that holds the folder. */
  readonly diskFree: (folder: string) => Promise<number>;
}

const OPERATING_SYSTEM: HostSystem = {
  ...systeminformation,
  cpuTimes: () => readCpuTimes(),
  async diskFree(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/** What the host probe is handed. */
export interface HostWorld {
  /** The disk that holds this folder is the one that counts. */
  readonly dataDir: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  readonly system?: HostSystem;
}

const GIB = 2 ** 30;
/** Each question's own: one slow answer must not cost the others. */
const PATIENCE_MS = 5_000;
const LOAD_OVER_MS = 1_000;

/** Asks the operating system how the machine is doing. What it does not tell in time is null. About a second. */
export async function measureHost(world: HostWorld): Promise<ProbeOutcome> {
  const { signal, dataDir, system = OPERATING_SYSTEM } = world;
  const start = performance.now();
  let answered = 0;
  const question = <T>(work: () => Promise<T | null>): Promise<T | null> =>
    ask(work, PATIENCE_MS, signal).finally(() => {
      answered += 1;
      world.onProgress(answered / 5);
    });
  const [cpuLoadPct, memory, diskFree, power, os] = await Promise.all([
    question(() => cpuLoad(system, signal)),
    question(() => system.mem()),
    question(() => system.diskFree(dataDir)),
    question(() => powerOf(system)),
    question(() => system.osInfo()),
  ]);
  if (signal.aborted) return { kind: 'failed', failure: 'cancelled', detail: '' };
  const measurement: HostMeasurement = {
    cpuLoadPct,
    memoryTotalGiB: memory ? memory.total / GIB : null,
    memoryAvailableGiB: memory ? memory.available / GIB : null,
    diskFreeGiB: diskFree === null ? null : diskFree / GIB,
    power,
    os: os && { name: os.distro, version: os.release, arch: os.arch },
    uptimeHours: uptimeHours(system),
    durationMs: performance.now() - start,
  };
  return { kind: 'measured', measurement: { ...measurement } };
}

/** Not systeminformation's `currentLoad`: it runs a program each time, and this process stands still meanwhile. */
async function cpuLoad(system: HostSystem, signal: AbortSignal): Promise<number | null> {
  const from = system.cpuTimes();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LOAD_OVER_MS);
    signal.addEventListener('abort', () => [clearTimeout(timer), resolve()], { once: true });
  });
  return loadBetween(from, system.cpuTimes());
}

async function powerOf(system: HostSystem): Promise<HostMeasurement['power']> {
  const { hasBattery, acConnected, percent } = await system.battery();
  if (!hasBattery) return { source: 'mains', batteryPct: null };
  return { source: acConnected ? 'mains' : 'battery', batteryPct: Math.min(100, Math.max(0, percent)) };
}

function uptimeHours(system: HostSystem): number | null {
  const seconds = Number(system.time().uptime);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds / 3600 : null;
}
