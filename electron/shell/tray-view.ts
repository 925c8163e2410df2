import { timeLeft } from '../../shared/meeting/time-left.ts';
import type { PointState } from '../../shared/point-state.ts';
import type { ReminderTimes } from '../../shared/policy/reminders.ts';
import { reminderFacts } from '../../shared/reminders/facts.ts';
import { dueReminders } from '../../shared/reminders/reminder.ts';
import { formatMoment } from '../../shared/strings/format.ts';
import type { Translator } from '../../shared/strings/translator.ts';
import { askText, openAsks } from './ask-notices.ts';

/** What the tray shows, words and all. */
export interface TrayView {
  readonly tooltip: string;
  /** At the top of the menu: the next meeting, how long yet, what the province asks, what is due. */
  readonly lines: readonly string[];
  readonly isDue: boolean;
  readonly canCheck: boolean;
  readonly labels: Readonly<Record<'open' | 'checkNow' | 'autostart' | 'quit', string>>;
}

/** Windows cuts a tooltip at 127 characters; a menu as wide as the screen helps nobody. */
const TOOLTIP_MOST = 127;
const LINE_MOST = 60;

/** What is due stands here however often the person said "later": the tray is where one looks it up. */
export function trayView(
  point: Pick<PointState, 'enrolment' | 'feed' | 'records' | 'asks'>,
  now: number,
  times: ReminderTimes,
  words: Translator,
): TrayView {
  const { t } = words;
  const facts = reminderFacts(point, now);
  const due = dueReminders(facts, now, times).map(({ item }) => t(`reminders.${item}.what`));
  const asked = openAsks(point.asks).map((ask) => askText(ask, words));
  const next = facts.meeting === null ? [t('point.meeting.none')] : meetingLines(facts.meeting, now, t);
  return {
    // The time first: what is cut off at the end is the meeting's title.
    tooltip: cut([t('common.appName'), ...next].join('\n'), TOOLTIP_MOST),
    lines: [...next, ...asked, ...due].map((line) => cut(line, LINE_MOST)),
    isDue: due.length + asked.length > 0,
    canCheck: point.enrolment !== null,
    labels: {
      open: t('reminders.tray.open'),
      checkNow: t('reminders.tray.checkNow'),
      autostart: t('reminders.tray.autostart'),
      quit: t('reminders.tray.quit'),
    },
  };
}

function meetingLines(
  meeting: { readonly title: string; readonly startsAt: number; readonly expectedEndsAt: number },
  now: number,
  t: Translator['t'],
): readonly string[] {
  const left = timeLeft(meeting, now);
  const time = formatMoment(meeting.startsAt, now);
  return [t('reminders.about', { time, left: t(`common.timeLeft.${left.key}`, left.values) }), meeting.title];
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
