import {
  meetingsRoute,
  newMeetingRoute,
  readinessRoute,
  rollCallRoute,
  scheduleRoute,
  wallRoute,
} from '../meetings/routes.ts';
import { type Area, lazyScreen } from '../shell/area.tsx';

/** Meetings, and everything about one of them. */
export const meetingsArea: Area = {
  label: 'nav.areas.meetings',
  sections: [
    {
      label: 'nav.areas.meetings',
      screens: [
        lazyScreen(meetingsRoute, 'read', async () => (await import('../meetings/meetings.tsx')).Meetings),
        lazyScreen(newMeetingRoute, 'schedule', async () => (await import('../schedule/new-meeting.tsx')).NewMeeting),
        lazyScreen(wallRoute, 'read', async () => (await import('../wall/wall-screen.tsx')).WallScreen),
        lazyScreen(
          readinessRoute,
          'read',
          async () => (await import('../readiness/readiness-screen.tsx')).ReadinessScreen,
        ),
        lazyScreen(
          rollCallRoute,
          'read',
          async () => (await import('../roll-call/roll-call-screen.tsx')).RollCallScreen,
        ),
        lazyScreen(scheduleRoute, 'read', async () => (await import('../schedule/schedule-screen.tsx')).ScheduleScreen),
      ],
    },
  ],
};
