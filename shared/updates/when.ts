import type { Meeting } from '../meeting/meeting.ts';
import type { UpdateTimes } from '../policy/updates.ts';

/**
 * Why an update waits. `schedule`: the province was not heard for too long to know of an urgent meeting. `turn`: other points
 * fetch it first. `notice`: the technician is to see it coming.
 */
export const WAITS = ['meeting', 'schedule', 'check', 'turn', 'postponed', 'notice'] as const;
export type Wait = (typeof WAITS)[number];

/** `until`: when to look again at the latest, epoch milliseconds; null: nobody can say. */
export interface Waiting {
  readonly why: Wait;
  readonly until: number | null;
}

export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly meetings: readonly Pick<Meeting, 'startsAt' | 'expectedEndsAt' | 'status'>[];
  /** When the schedule was last heard; null: never. */
  readonly feedAt: number | null;
  /** A check runs on this machine. */
  readonly isChecking: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A point asks for its schedule every minute: after so long it knows nothing of a meeting called since. */
const SCHEDULE_COUNTS_MS = 10 * MINUTE;

/** What forbids to fetch or install anything now; null: nothing does. A meeting always does, whoever asks. */
export function quietFor(moment: Moment, times: UpdateTimes): Waiting | null {
  const { now, meetings, feedAt, isChecking } = moment;
  const ends = meetings
    .filter(({ status }) => status !== 'cancelled')
    .map(({ startsAt, expectedEndsAt }) => ({
      from: startsAt - times.hoursBeforeMeeting * HOUR,
      until: Math.max(startsAt, expectedEndsAt) + times.hoursAfterMeeting * HOUR,
    }))
    .filter(({ from, until }) => from <= now && now < until)
    .map(({ until }) => until);
  if (ends.length > 0) return { why: 'meeting', until: Math.max(...ends) };
  if (feedAt === null || Math.abs(now - feedAt) > SCHEDULE_COUNTS_MS) return { why: 'schedule', until: null };
  return isChecking ? { why: 'check', until: null } : null;
}

/** What was decided about a release that lies ready. */
export interface Readiness {
  readonly readyAt: number;
  /** Of the last postponement; null: none. */
  readonly postponedAt: number | null;
  /** A person said: now. */
  readonly isAskedFor: boolean;
}

/** What a release that lies ready waits for; null: it is to be installed now. */
export function installWait(moment: Moment, ready: Readiness, times: UpdateTimes): Waiting | null {
  const quiet = quietFor(moment, times);
  if (quiet) return quiet;
  if (ready.isAskedFor) return null;
  const { now } = moment;
  const { readyAt, postponedAt } = ready;
  // A clock that was set back postpones nothing for ever.
  const postponed = postponedAt !== null && postponedAt <= now ? postponedAt + times.postponeHours * HOUR : null;
  if (postponed !== null && now < postponed) return { why: 'postponed', until: postponed };
  const since = postponed ?? readyAt;
  const noticed = since + times.noticeMinutes * MINUTE;
  return since <= now && now < noticed ? { why: 'notice', until: noticed } : null;
}
