import type { ReactNode } from 'react';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { timeLeft } from '../../../shared/meeting/time-left.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { CANCELLED_LOOK } from '../../ui/tone.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWords } from '../../ui/words.tsx';
import classes from '../console.module.css';
import { Tabs } from '../shell/tabs.tsx';
import { MEETING_TABS } from './routes.ts';

/** Which meeting this is, what can be seen of it, and beside that what belongs to the screen. */
export function MeetingTop({ meeting, children }: { readonly meeting: Meeting; readonly children?: ReactNode }) {
  const { t } = useWords();
  const left = timeLeft(meeting, useNow());
  const cancelled = meeting.status === 'cancelled';
  return (
    <>
      <div className={classes.titleRow}>
        <div>
          <h1>{meeting.title}</h1>
          <p className={classes.topLine}>
            <strong>{formatDateTime(meeting.startsAt)}</strong>
            {cancelled ? (
              <StateBadge look={CANCELLED_LOOK}>{t('province.schedule.cancelled')}</StateBadge>
            ) : (
              <span>· {t(`common.timeLeft.${left.key}`, left.values)}</span>
            )}
            {meeting.chair !== '' && (
              <span>
                · {t('common.chair')}: {meeting.chair}
              </span>
            )}
          </p>
        </div>
        {children}
      </div>
      <Tabs label={t('province.screens.label')} tabs={MEETING_TABS} params={{ meetingId: meeting.id }} />
    </>
  );
}
