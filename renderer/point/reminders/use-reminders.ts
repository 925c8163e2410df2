import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import { reminderFacts } from '../../../shared/reminders/facts.ts';
import { dueReminders } from '../../../shared/reminders/reminder.ts';
import { type ShownReminder, shownReminders } from '../../../shared/reminders/snooze.ts';
import { useNow } from '../../ui/use-now.ts';
import { usePoint } from '../context.tsx';
import { policyOf } from '../selectors.ts';

export interface RemindersNow {
  readonly meeting: PointMeeting | null;
  readonly shown: readonly ShownReminder[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The reminders to show at this minute. The one for the check rests while checks run: it is being done. */
export function useReminders(): RemindersNow {
  const point = usePoint((state) => state.point);
  const snoozes = usePoint((state) => state.snoozes);
  const running = usePoint((state) => Object.keys(state.activity).length > 0);
  useNow();
  // Not the hour of the last tick: a "later" just pressed would lie in its future.
  const now = Date.now();
  if (!point) return { meeting: null, shown: [], now };
  const facts = reminderFacts(point, now);
  const times = policyOf(point, facts.meeting).reminders;
  const shown = shownReminders(dueReminders(facts, now, times), snoozes, now, times);
  return { meeting: facts.meeting, shown: shown.filter(({ item }) => item !== 'check' || !running), now };
}
