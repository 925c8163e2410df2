import { useNow } from '../../ui/use-now.ts';
import { CrashBanner } from '../crash/crash-banner.tsx';
import { DuringPanel } from '../during/during-panel.tsx';
import { DutyPanel } from '../during/duty-panel.tsx';
import { useCourse } from '../during/use-course.ts';
import { HelpBanner } from '../help/help-banner.tsx';
import { ReminderBanner } from '../reminders/reminder-banner.tsx';
import { SignInDialog } from '../sign-in/sign-in-dialog.tsx';
import { UpdateBanner } from '../updates/update-banner.tsx';
import { useMeeting, useRecord } from '../use-current.ts';
import { CheckGrid } from './check-grid.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { Header } from './header.tsx';
import hero from './hero.module.css';
import classes from './home.module.css';
import { LeaderPanel } from './leader-panel.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { OverallPanel } from './overall-panel.tsx';
import { Notices } from './sync-status.tsx';
import { ToDoStrip } from './to-do-strip.tsx';

/** Everything a technician needs before a meeting, on one screen. */
export function Home() {
  const meeting = useMeeting();
  const record = useRecord(meeting);
  const course = useCourse();
  const now = useNow();
  // What is to be done next stands above: until the start somebody on duty, from then on the seat.
  const dutyFirst = course !== null && !course.attendance.duty && now < course.meeting.startsAt;
  return (
    <div className={classes.page}>
      <Header />
      <Notices />
      <HelpBanner />
      <ReminderBanner />
      <UpdateBanner />
      <CrashBanner />
      <main>
        <div className={hero.hero}>
          <OverallPanel meeting={meeting} record={record} />
          <MeetingPanel meeting={meeting} />
        </div>
        {meeting && <ToDoStrip record={record} />}
        <div className={classes.main}>
          <div className={classes.left}>
            <CheckGrid record={record} meetingId={meeting?.id ?? null} />
          </div>
          <div className={classes.right}>
            <LeaderPanel meeting={meeting} record={record} />
            {dutyFirst && <DutyPanel />}
            <DuringPanel />
            {!dutyFirst && <DutyPanel />}
            <ChecklistPanel meeting={meeting} record={record} />
          </div>
        </div>
      </main>
      {meeting && <SignInDialog meeting={meeting} />}
    </div>
  );
}
