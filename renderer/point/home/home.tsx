import { DuringPanel } from '../during/during-panel.tsx';
import { HelpBanner } from '../help/help-banner.tsx';
import { ReminderBanner } from '../reminders/reminder-banner.tsx';
import { SignInDialog } from '../sign-in/sign-in-dialog.tsx';
import { useMeeting, useRecord } from '../use-current.ts';
import { CheckGrid } from './check-grid.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { Header } from './header.tsx';
import classes from './home.module.css';
import { LeaderPanel } from './leader-panel.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { OverallPanel } from './overall-panel.tsx';
import { Notices } from './sync-status.tsx';

/** Everything a technician needs before a meeting, on one screen. */
export function Home() {
  const meeting = useMeeting();
  const record = useRecord(meeting);
  return (
    <div className={classes.page}>
      <Header />
      <Notices />
      <HelpBanner />
      <ReminderBanner />
      <main className={classes.main}>
        <div className={classes.left}>
          <OverallPanel record={record} />
          <CheckGrid record={record} meetingId={meeting?.id ?? null} />
        </div>
        <div className={classes.right}>
          <MeetingPanel meeting={meeting} />
          <LeaderPanel meeting={meeting} record={record} />
          <DuringPanel />
          <ChecklistPanel meeting={meeting} record={record} />
        </div>
      </main>
      {meeting && <SignInDialog meeting={meeting} />}
    </div>
  );
}
