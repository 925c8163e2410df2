import type { Policy } from '../policy/policy.ts';

export type Timeliness = 'pass' | 'warn' | 'fail';

const MINUTE = 60_000;

/** The leader seated: a note after T-10, late after T0 + 5 (policy). Times in epoch milliseconds by the province's clock. */
export function leaderTimeliness(seatedAt: number, startsAt: number, timing: Policy['timing']): Timeliness {
  if (seatedAt > startsAt + timing.leaderLateMinutesAfter * MINUTE) return 'fail';
  return seatedAt > startsAt - timing.leaderWarnMinutesBefore * MINUTE ? 'warn' : 'pass';
}

/** The technician on duty: a note after T-60, a fault after T-30 (policy). */
export function technicianTimeliness(onDutyAt: number, startsAt: number, timing: Policy['timing']): Timeliness {
  if (onDutyAt > startsAt - timing.technicianFailMinutesBefore * MINUTE) return 'fail';
  return onDutyAt > startsAt - timing.technicianWarnMinutesBefore * MINUTE ? 'warn' : 'pass';
}
