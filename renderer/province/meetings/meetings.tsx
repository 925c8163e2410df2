import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { READINESS_STATES } from '../../../shared/meeting/readiness.ts';
import { timeLeft } from '../../../shared/meeting/time-left.ts';
import type { MeetingSummary } from '../../../shared/protocol/console.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { formatDate, formatTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { StateBadge } from '../../ui/badge.tsx';
import { CANCELLED_LOOK, WALL_LOOK } from '../../ui/tone.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWords } from '../../ui/words.tsx';
import classes from '../console.module.css';
import { useConsole } from '../context.tsx';
import { FirstSteps } from './first-steps.tsx';
import { newMeetingRoute, wallRoute } from './routes.ts';

/** All meetings: the open ones first by their hour, then those that are over. */
export function Meetings() {
  const { t } = useWords();
  const list = useConsole((state) => state.meetings);
  const error = useConsole((state) => state.meetingsError);
  const load = useConsole((state) => state.loadMeetings);
  const role = useConsole((state) => state.session?.role);
  const show = useConsole((state) => state.show);
  useEffect(() => void show(null), [show]);
  const now = useNow();
  const sorted = [...(list?.meetings ?? [])].sort(
    (a, b) => Number(a.expectedEndsAt <= now) - Number(b.expectedEndsAt <= now) || a.startsAt - b.startsAt,
  );
  return (
    <main className={classes.main}>
      <div className={classes.titleRow}>
        <h1>{t('province.meetings.title')}</h1>
        <div className={classes.titleButtons}>
          {role && may(role, 'schedule') && (
            <Button component="a" size="md" href={newMeetingRoute.hash({})}>
              {t('province.schedule.new')}
            </Button>
          )}
        </div>
      </div>
      {error && <ErrorAdvice error={error} onRetry={() => void load()} />}
      {!list && !error && <p role="status">{t('common.loading')}</p>}
      {list && sorted.length === 0 && (
        <>
          <p>
            {t('province.meetings.none')} {t('province.meetings.noneHint')}
          </p>
          <FirstSteps />
        </>
      )}
      <ul className={classes.meetings}>
        {sorted.map((meeting) => (
          <li key={meeting.id}>
            <MeetingCard meeting={meeting} now={now} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function MeetingCard({ meeting, now }: { readonly meeting: MeetingSummary; readonly now: number }) {
  const { t } = useWords();
  const left = timeLeft(meeting, now);
  const cancelled = meeting.status === 'cancelled';
  return (
    <a className={classes.meeting} href={wallRoute.hash({ meetingId: meeting.id })}>
      <span className={classes.when}>
        <strong>{formatTime(meeting.startsAt)}</strong>
        <span>{formatDate(meeting.startsAt)}</span>
      </span>
      <span className={classes.what}>
        <strong>{meeting.title}</strong>
        <span>
          {[
            ...(cancelled ? [] : [t(`common.timeLeft.${left.key}`, left.values)]),
            ...(meeting.chair === '' ? [] : [`${t('common.chair')}: ${meeting.chair}`]),
            t('province.meetings.invited', { count: meeting.invited }),
          ].join(' · ')}
        </span>
        <span className={classes.counts}>
          {cancelled && <StateBadge look={CANCELLED_LOOK}>{t('province.schedule.cancelled')}</StateBadge>}
          {/* Nobody has to be ready for what does not take place. */}
          {READINESS_STATES.filter((state) => !cancelled && meeting.counts[state] > 0).map((state) => (
            <StateBadge key={state} look={WALL_LOOK[state]}>
              {t(`verdicts.readiness.${state}`)}: {meeting.counts[state]}
            </StateBadge>
          ))}
        </span>
      </span>
    </a>
  );
}
