import type { AttendanceContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import { type Timeliness, technicianTimeliness } from './timeliness.ts';

/** The technician who said to be at the point. */
export interface OnDuty {
  readonly id: string;
  readonly fullName: string;
  /** Where the province reaches them; may be empty. */
  readonly phone: string;
  /** When the first one came, by the province's clock. */
  readonly at: number;
  readonly timeliness: Timeliness;
}

/**
 * Who is on duty, and whether somebody was in time; null when nobody said so, which is no evidence that nobody is there. Who came
 * last is named; the first to come was in time or not. In doubt about the clock, the technician was as early as it allows.
 */
export function reduceDuty(
  { entries }: Timeline,
  { startsAt, policy }: Pick<AttendanceContext, 'startsAt' | 'policy'>,
): OnDuty | null {
  const reports = entries.flatMap(({ id, at, errorMs, ...entry }) =>
    entry.source === 'point' && entry.event.type === 'technician-on-duty'
      ? [{ id, at, errorMs, event: entry.event }]
      : [],
  );
  const [first] = reports;
  const last = reports.at(-1);
  if (!first || !last) return null;
  const timeliness = technicianTimeliness(first.at - (first.errorMs ?? 0), startsAt, policy.timing);
  const { fullName, phone } = last.event;
  return { id: last.id, fullName, phone, at: first.at, timeliness };
}

/** How urgent it is that nobody has said so yet. By the policy's minutes; only for the point itself, which knows its own record. */
export function dutyDue(now: number, { startsAt, policy }: Pick<AttendanceContext, 'startsAt' | 'policy'>): Timeliness {
  return technicianTimeliness(now, startsAt, policy.timing);
}
