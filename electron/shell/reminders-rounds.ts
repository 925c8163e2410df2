import { timeLeft } from '../../shared/meeting/time-left.ts';
import type { PointState } from '../../shared/point-state.ts';
import type { ReminderTimes } from '../../shared/policy/reminders.ts';
import { reminderFacts } from '../../shared/reminders/facts.ts';
import { dueReminders } from '../../shared/reminders/reminder.ts';
import { type ShownReminder, showingOf, shownReminders } from '../../shared/reminders/snooze.ts';
import { formatTime } from '../../shared/strings/format.ts';
import type { Translator } from '../../shared/strings/translator.ts';

/** A notification of the system. `key` names what it is about: a newer one takes the place of the one before. */
export interface Notice {
  readonly key: string;
  readonly title: string;
  readonly body: string;
}

export interface ReminderRoundsDeps {
  readonly state: () => Pick<PointState, 'feed' | 'records'>;
  readonly times: () => ReminderTimes;
  readonly translator: () => Translator;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly notify: (notice: Notice) => void;
  /** What a notice was about is done or past. */
  readonly withdraw: (key: string) => void;
}

/**
 * Tells each reminder once for each of its thresholds, and once more when a "later" is over. What was told and put off is kept in
 * memory only: after a restart everything due shows again.
 */
export function reminderRounds(deps: ReminderRoundsDeps) {
  const told = new Set<string>();
  let standing: readonly string[] = [];
  let snoozes: Readonly<Record<string, number>> = {};

  return {
    /** To be called from time to time, and whenever the point's state changed. */
    look(): void {
      const now = deps.now();
      const times = deps.times();
      const facts = reminderFacts(deps.state(), now);
      const due = dueReminders(facts, now, times);
      for (const key of standing) if (!due.some((one) => one.key === key)) deps.withdraw(key);
      standing = due.map(({ key }) => key);
      for (const reminder of shownReminders(due, snoozes, now, times)) {
        const showing = showingOf(reminder);
        if (told.has(showing) || facts.meeting === null) continue;
        told.add(showing);
        deps.notify(noticeOf(reminder, facts.meeting, now, deps.translator()));
      }
    },
    snooze(key: string): void {
      snoozes = { ...snoozes, [key]: deps.now() };
      deps.withdraw(key);
    },
  };
}

function noticeOf(
  { key, item }: ShownReminder,
  meeting: { readonly title: string; readonly startsAt: number; readonly expectedEndsAt: number },
  now: number,
  { t }: Translator,
): Notice {
  const left = timeLeft(meeting, now);
  const about = { time: formatTime(meeting.startsAt), left: t(`common.timeLeft.${left.key}`, left.values) };
  return { key, title: t(`reminders.${item}.what`), body: `${t('reminders.about', about)}\n${meeting.title}` };
}
