import { Button } from '@mantine/core';
import { timeLeft } from '../../../shared/meeting/time-left.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { usePolicy } from '../use-current.ts';
import classes from './reminders.module.css';
import { useReminders } from './use-reminders.ts';

/** What is due before the next meeting, each with the one thing to do about it. Nothing where nothing is due. */
export function ReminderBanner() {
  const { t } = useWords();
  const { meeting, shown, now } = useReminders();
  if (!meeting || shown.length === 0) return null;
  const left = timeLeft(meeting, now);
  const about = t('reminders.about', {
    time: formatTime(meeting.startsAt),
    left: t(`common.timeLeft.${left.key}`, left.values),
  });
  return (
    <section className={classes.banner} aria-label={t('reminders.label')}>
      {shown.map((reminder) => (
        <ReminderLine key={reminder.key} reminder={reminder} about={about} />
      ))}
    </section>
  );
}

const ICONS = { check: 'list', leader: 'person' } as const;

function ReminderLine({ reminder: { item, key }, about }: { readonly reminder: Reminder; readonly about: string }) {
  const { t } = useWords();
  const { snoozeMinutes } = usePolicy().reminders;
  const snooze = usePoint((state) => state.snoozeReminder);
  const runChecks = usePoint((state) => state.runChecks);
  const openSignIn = usePoint((state) => state.openSignIn);
  const what = t(`reminders.${item}.what`);
  const minutes = { minutes: snoozeMinutes };
  return (
    <div className={classes.line}>
      <Icon name={ICONS[item]} size={22} />
      <p className={classes.words}>
        <strong role="status">{what}</strong>
        <span>{about}</span>
      </p>
      <div className={classes.actions}>
        <Button onClick={() => (item === 'check' ? void runChecks() : openSignIn())}>
          {t(`reminders.${item}.do`)}
        </Button>
        <Button
          variant="default"
          aria-label={t('reminders.laterFor', { ...minutes, what: t(`reminders.${item}.short`) })}
          onClick={() => snooze(key)}
        >
          {t('reminders.later', minutes)}
        </Button>
      </div>
    </div>
  );
}
