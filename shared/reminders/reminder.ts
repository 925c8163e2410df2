import type { Meeting } from '../meeting/meeting.ts';
import type { ReminderTimes } from '../policy/reminders.ts';

export type ReminderItem = 'check' | 'leader';

/** What a point is reminded by. `meeting` is the next one; null: none is near. */
export interface ReminderFacts {
  readonly meeting: Pick<Meeting, 'id' | 'startsAt' | 'expectedEndsAt' | 'status'> | null;
  readonly checkDone: boolean;
  readonly leaderSeated: boolean;
}

/** Something that should have been done by now. */
export interface Reminder {
  readonly item: ReminderItem;
  /** The same for as long as it is about the same meeting at the same hour: a meeting that moved reminds anew. */
  readonly key: string;
  /** When the latest threshold passed, epoch milliseconds. */
  readonly dueSince: number;
}

const MINUTE = 60_000;

/**
 * What is due at `now` (epoch milliseconds) for the next meeting. The check is asked for up to the start only: during the meeting
 * it would take the camera and the microphone away from it. The leader is asked for until the meeting's expected end.
 */
export function dueReminders(facts: ReminderFacts, now: number, times: ReminderTimes): readonly Reminder[] {
  const { meeting, checkDone, leaderSeated } = facts;
  if (meeting === null || meeting.status === 'cancelled' || now >= meeting.expectedEndsAt) return [];
  const asksCheck = !checkDone && now < meeting.startsAt;
  return [
    ...(asksCheck ? reminderOf('check', meeting, times.checkMinutesBefore, now) : []),
    ...(leaderSeated ? [] : reminderOf('leader', meeting, [times.leaderMinutesBefore], now)),
  ];
}

function reminderOf(
  item: ReminderItem,
  { id, startsAt }: Pick<Meeting, 'id' | 'startsAt'>,
  minutesBefore: readonly number[],
  now: number,
): readonly Reminder[] {
  const passed = minutesBefore.map((minutes) => startsAt - minutes * MINUTE).filter((at) => at <= now);
  return passed.length === 0 ? [] : [{ item, key: `${item} ${id} ${startsAt}`, dueSince: Math.max(...passed) }];
}
