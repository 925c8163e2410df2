import type { ReminderTimes } from '../policy/reminders.ts';
import type { Reminder } from './reminder.ts';

/** By a reminder's key: when the person last asked to be reminded later, epoch milliseconds. */
export type Snoozes = Readonly<Record<string, number>>;

/** A reminder that shows, and since when: its threshold, or the end of the last "later". */
export interface ShownReminder extends Reminder {
  readonly shownSince: number;
}

const MINUTE = 60_000;

/**
 * The due reminders that show at `now`. "Later" hides one for the minutes of the policy and never past its next threshold; a
 * "later" from the future (the clock was set back) hides nothing.
 */
export function shownReminders(
  due: readonly Reminder[],
  snoozes: Snoozes,
  now: number,
  { snoozeMinutes }: ReminderTimes,
): readonly ShownReminder[] {
  return due.flatMap((reminder) => {
    const { key, dueSince } = reminder;
    const askedAt = snoozes[key];
    if (askedAt === undefined || askedAt < dueSince || askedAt > now) return [{ ...reminder, shownSince: dueSince }];
    const until = askedAt + snoozeMinutes * MINUTE;
    return now < until ? [] : [{ ...reminder, shownSince: until }];
  });
}

/** Names one showing of a reminder, so that each is told once. */
export function showingOf({ key, shownSince }: ShownReminder): string {
  return `${key} ${shownSince}`;
}
