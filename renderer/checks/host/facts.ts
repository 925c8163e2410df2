import type { HostLimits } from '../../../shared/checks/host/limits.ts';
import { hostMeasurement } from '../../../shared/checks/host/measurement.ts';
import { factsBy, named, number, said } from '../fact.ts';

/** What the operating system told of the machine. */
export const hostFacts = factsBy(hostMeasurement, (host, limits: HostLimits) => [
  number('cpu', host.cpuLoadPct, 'percent', { warnAbove: limits.warnCpuAbovePct }),
  number('memoryFree', host.memoryAvailableGiB, 'gib', { warnBelow: limits.warnMemoryAvailableBelowGiB }),
  number('memory', host.memoryTotalGiB, 'gib'),
  number('disk', host.diskFreeGiB, 'gib', { warnBelow: limits.warnDiskFreeBelowGiB }),
  host.power ? said('power', host.power.source) : said('power', 'unknown'),
  number('charge', host.power?.batteryPct, 'percent'),
  named('os', host.os ? `${host.os.name} ${host.os.version} (${host.os.arch})` : ''),
  number('uptime', host.uptimeHours, 'hours'),
]);
