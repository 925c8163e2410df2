import { Button } from '@mantine/core';
import type { Presence } from '../../../shared/attendance/presence.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import { SmallAdvice } from '../../ui/advice.tsx';
import { StateBadge } from '../../ui/badge.tsx';
import box from '../../ui/box.module.css';
import { Icon } from '../../ui/icons.tsx';
import { PRESENCE_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { CourseDialog } from './course-dialog.tsx';
import classes from './during.module.css';
import { DutyDialog } from './duty-dialog.tsx';
import { ExplanationDialog } from './explanation-dialog.tsx';
import { Hotline } from './hotline.tsx';
import { IncidentDialog } from './incident-dialog.tsx';
import { Proposals } from './proposals.tsx';
import { RosterDialog } from './roster-dialog.tsx';
import { SeatButtons } from './seat-buttons.tsx';
import { SeatConfirmation } from './seat-confirmation.tsx';
import { type Course, SEATED, useCourse, useOpenRequests } from './use-course.ts';
import { useQuietWatch } from './use-quiet-watch.ts';

/** Always there: what may happen between the sign-in and the end, and the telephone. */
export function DuringPanel() {
  const { t } = useWords();
  const course = useCourse();
  useQuietWatch(course !== null && SEATED.includes(course.attendance.presence.status));
  const error = usePoint((state) => (state.duringDialog === null ? state.recordError : null));
  return (
    <section className={`${box.panel} ${box.narrow} ${classes.panel}`} aria-labelledby="during">
      <div className={classes.head}>
        <h2 id="during" className={classes.label}>
          <Icon name="note" size={18} />
          {t('during.title')}
        </h2>
        {course && <Status course={course} />}
      </div>
      {course && <SeatButtons course={course} />}
      {course && <Proposals meetingId={course.meeting.id} />}
      {error && <SmallAdvice error={error} />}
      <div className={classes.actions}>
        {course && <Reports course={course} />}
        <Hotline />
      </div>
      {course && <Dialogs course={course} />}
    </section>
  );
}

function Status({ course: { attendance } }: { readonly course: Course }) {
  const { t } = useWords();
  const { status, since, arrival } = attendance.presence;
  return (
    <StateBadge look={PRESENCE_LOOK[status]}>
      {t(`during.presence.${status satisfies Presence}`, {
        time: formatTime(since ?? 0),
        minutes: arrival?.lateMinutes ?? 0,
      })}
    </StateBadge>
  );
}

function Reports({ course: { attendance } }: { readonly course: Course }) {
  const { t } = useWords();
  const open = usePoint((state) => state.openDuring);
  const requests = useOpenRequests();
  const going = attendance.incidents.filter(({ resolvedAt }) => resolvedAt === null).length;
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => open('incident')}>
        {going > 0 ? t('during.incident.openCount', { count: going }) : t('during.incident.open')}
      </Button>
      {requests.length > 0 && (
        <Button size="compact-md" onClick={() => open('explanation')}>
          {t('during.explanation.open', { count: requests.length })}
        </Button>
      )}
      {attendance.timeline.recorded.length > 0 && (
        <Button size="compact-md" variant="default" onClick={() => open('course')}>
          {t('during.course.open')}
        </Button>
      )}
    </>
  );
}

function Dialogs({ course }: { readonly course: Course }) {
  const dialog = usePoint((state) => state.duringDialog);
  switch (dialog) {
    case null:
      return null;
    case 'left-early':
    case 'ended':
      return <SeatConfirmation meetingId={course.meeting.id} type={dialog} />;
    case 'incident':
      return <IncidentDialog course={course} />;
    case 'explanation':
      return <ExplanationDialog />;
    case 'course':
      return <CourseDialog course={course} />;
    case 'duty':
      return <DutyDialog meetingId={course.meeting.id} />;
    case 'roster':
      return <RosterDialog />;
  }
}
