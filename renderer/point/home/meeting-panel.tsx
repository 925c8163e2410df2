import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import { type TimeLeft, timeLeft } from '../../../shared/meeting/time-left.ts';
import { formatDate, formatTime } from '../../../shared/strings/format.ts';
import box from '../../ui/box.module.css';
import { Icon } from '../../ui/icons.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './hero.module.css';
import home from './home.module.css';
import { CancelledMeetings, MeetingChange, MovedMeetings } from './meeting-news.tsx';

/** The meeting that is next or in session: what, when, how long yet, who chairs. */
export function MeetingPanel({ meeting }: { readonly meeting: PointMeeting | null }) {
  const { t } = useWords();
  const now = useNow();
  if (!meeting)
    return (
      <section className={`${box.panel} ${classes.meeting}`} aria-labelledby="meeting">
        <h2 id="meeting" className={home.label}>
          {t('point.meeting.none')}
        </h2>
        <p>{t('point.meeting.noneHint')}</p>
        <MovedMeetings next={null} now={now} />
        <CancelledMeetings now={now} />
      </section>
    );
  const left = timeLeft(meeting, now);
  return (
    <section className={`${box.panel} ${classes.meeting}`} aria-labelledby="meeting">
      <h2 id="meeting" className={home.label}>
        <Icon name="calendar" size={18} />
        {t(`point.meeting.${headingOf(left.key)}`)}
      </h2>
      <p className={classes.left} data-long={SHORT.includes(left.key) ? undefined : true}>
        {t(`common.timeLeft.${left.key}`, left.values)}
      </p>
      <p className={classes.when}>
        <strong>{formatTime(meeting.startsAt)}</strong>
        <span>{formatDate(meeting.startsAt)}</span>
      </p>
      <p className={classes.title}>{meeting.title}</p>
      <MeetingChange meeting={meeting} />
      <MovedMeetings next={meeting} now={now} />
      <CancelledMeetings now={now} />
      <p className={classes.chair}>
        <span>
          {t('common.chair')}: <strong>{meeting.chair}</strong>
        </span>
        {meeting.invitationNumber !== '' && (
          <span>
            {t('common.invitation')}: <strong>{meeting.invitationNumber}</strong>
          </span>
        )}
      </p>
    </section>
  );
}

/** A meeting in session is not the next one any more. */
function headingOf(key: TimeLeft['key']): 'next' | 'inSession' | 'last' {
  if (key === 'over') return 'last';
  return key === 'now' || key === 'running' || key === 'runningHours' ? 'inSession' : 'next';
}

/** What fits one line in the largest letters. */
const SHORT: readonly string[] = ['days', 'hours', 'minutes', 'over'] satisfies TimeLeft['key'][];
