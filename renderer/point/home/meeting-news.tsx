import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import { movedAway } from '../../../shared/meeting/moved-away.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './home.module.css';

/** What the province changed about the meeting at hand, and why: a change must be seen as one. */
export function MeetingChange({ meeting }: { readonly meeting: PointMeeting }) {
  const { t } = useWords();
  const { lastChange } = meeting;
  if (!lastChange) return null;
  const { before, reason } = lastChange;
  const old = [
    before.startsAt !== undefined && formatDateTime(before.startsAt),
    before.title,
    before.chair !== undefined && `${t('common.chair')}: ${before.chair}`,
  ].filter(Boolean);
  return (
    <p className={classes.news} role="status">
      <strong>{t('point.meeting.changed')}</strong> {reason}
      {old.length > 0 && <span>{t('point.meeting.was', { old: old.join(' · ') })}</span>}
    </p>
  );
}

/** Meetings that will not take place: otherwise somebody prepares for nothing. `now` in epoch milliseconds. */
export function CancelledMeetings({ now }: { readonly now: number }) {
  const { t } = useWords();
  const meetings = usePoint((state) => state.point?.feed?.meetings);
  const cancelled = (meetings ?? []).filter((one) => one.status === 'cancelled' && one.expectedEndsAt > now);
  return cancelled.map(({ id, title, startsAt, lastChange }) => (
    <p key={id} className={classes.news} role="status">
      <strong>{t('point.meeting.cancelled', { title, time: formatDateTime(startsAt) })}</strong> {lastChange?.reason}
    </p>
  ));
}

/** Meetings that were to come before the one that is shown, `next`, and will not. `now` in epoch milliseconds. */
export function MovedMeetings({ next, now }: { readonly next: PointMeeting | null; readonly now: number }) {
  const { t } = useWords();
  const meetings = usePoint((state) => state.point?.feed?.meetings);
  return movedAway(meetings ?? [], next, now).map(({ meeting: { id, title, startsAt, lastChange }, wasAt }) => (
    <p key={id} className={classes.news} role="status">
      <strong>
        {t('point.meeting.movedAway', { title, from: formatDateTime(wasAt), time: formatDateTime(startsAt) })}
      </strong>{' '}
      {lastChange?.reason}
    </p>
  ));
}
