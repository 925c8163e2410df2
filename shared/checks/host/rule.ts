import { type Finding, type Judgement, judgementOf, type ReasonValues } from '../verdict.ts';
import type { HostLimits } from './limits.ts';
import type { HostMeasurement } from './measurement.ts';
import type { HostProblem } from './problems.ts';

type HostFinding = Finding<HostProblem>;

/**
 * Judges the machine by the policy. What the operating system does not tell is judged neither good nor bad; but when it told
 * nothing of what counts, or not the power source where mains is required, that is not a pass.
 */
export function judgeHost(host: HostMeasurement, limits: HostLimits): Judgement<HostProblem | 'ok'> {
  const { diskFreeGiB, memoryAvailableGiB, cpuLoadPct } = host;
  const findings = [
    diskFreeGiB === null && memoryAvailableGiB === null && cpuLoadPct === null ? unmeasured('os-silent') : null,
    diskFreeGiB !== null && diskFreeGiB < limits.warnDiskFreeBelowGiB
      ? warning('disk-low', { freeGiB: tenth(diskFreeGiB), neededGiB: limits.warnDiskFreeBelowGiB })
      : null,
    memoryAvailableGiB !== null && memoryAvailableGiB < limits.warnMemoryAvailableBelowGiB
      ? warning('memory-low', { freeGiB: tenth(memoryAvailableGiB), neededGiB: limits.warnMemoryAvailableBelowGiB })
      : null,
    cpuLoadPct !== null && cpuLoadPct > limits.warnCpuAbovePct
      ? warning('cpu-busy', { loadPct: Math.round(cpuLoadPct), allowedPct: limits.warnCpuAbovePct })
      : null,
    power(host.power, limits.mainsPowerRequired),
  ];
  return judgementOf(findings.filter((finding) => finding !== null));
}

function power(measured: HostMeasurement['power'], required: boolean): HostFinding | null {
  if (!measured) return required ? unmeasured('power-unknown') : null;
  if (measured.source === 'mains') return null;
  const values = measured.batteryPct === null ? {} : { batteryPct: Math.round(measured.batteryPct) };
  return { verdict: required ? 'fail' : 'warn', reason: 'on-battery', values };
}

function warning(reason: HostProblem, values: ReasonValues): HostFinding {
  return { verdict: 'warn', reason, values };
}

function unmeasured(reason: HostProblem): HostFinding {
  return { verdict: 'unmeasured', reason, values: {} };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
