import type { HostMeasurement } from './measurement.ts';
import type { HostProblem } from './problems.ts';

const good: HostMeasurement = {
  cpuLoadPct: 12.4,
  memoryTotalGiB: 15.9,
  memoryAvailableGiB: 9.3,
  diskFreeGiB: 212,
  power: { source: 'mains', batteryPct: 100 },
  os: { name: 'Windows 11 Pro', version: '10.0.26100', arch: 'x64' },
  uptimeHours: 5.2,
  durationMs: 1100,
};

/** A measurement for every reason, by the default policy: for tests and the gallery. `power-unknown` needs a policy that asks for mains. */
export const hostFixtures: Readonly<Record<HostProblem | 'ok', HostMeasurement>> = {
  ok: good,
  'disk-low': { ...good, diskFreeGiB: 0.7 },
  'memory-low': { ...good, memoryAvailableGiB: 0.4 },
  'cpu-busy': { ...good, cpuLoadPct: 97 },
  'on-battery': { ...good, power: { source: 'battery', batteryPct: 41 } },
  'power-unknown': { ...good, power: null },
  'os-silent': { ...good, cpuLoadPct: null, memoryTotalGiB: null, memoryAvailableGiB: null, diskFreeGiB: null },
};
