import type { Policy } from '../../policy/policy.ts';

export const TIMELINESS = ['pass', 'warn', 'fail', 'none'] as const;
type Timeliness = (typeof TIMELINESS)[number];

const MINUTE = 60_000;

/** A readiness check filed: a note after T-30, a fault after T-15 (policy). Times by the province's clock as far as known. */
export function filingTimeliness(filedAt: number | null, startsAt: number, timing: Policy['timing']): Timeliness {
  if (filedAt === null) return 'none';
  if (filedAt > startsAt - timing.readinessFailMinutesBefore * MINUTE) return 'fail';
  return filedAt > startsAt - timing.readinessWarnMinutesBefore * MINUTE ? 'warn' : 'pass';
}
