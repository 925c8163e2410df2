import { Meetings } from '../meetings/meetings.tsx';
import {
  meetingsRoute,
  newMeetingRoute,
  readinessRoute,
  rollCallRoute,
  scheduleRoute,
  wallRoute,
} from '../meetings/routes.ts';
import { ReadinessScreen } from '../readiness/readiness-screen.tsx';
import { RollCallScreen } from '../roll-call/roll-call-screen.tsx';
import { NewMeeting } from '../schedule/new-meeting.tsx';
import { ScheduleScreen } from '../schedule/schedule-screen.tsx';
import { type Area, screen } from '../shell/area.tsx';
import { WallScreen } from '../wall/wall-screen.tsx';

/** Meetings, and everything about one of them. */
export const meetingsArea: Area = {
  label: 'nav.areas.meetings',
  sections: [
    {
      label: 'nav.areas.meetings',
      screens: [
        screen(meetingsRoute, 'read', Meetings),
        screen(newMeetingRoute, 'schedule', NewMeeting),
        screen(wallRoute, 'read', WallScreen),
        screen(readinessRoute, 'read', ReadinessScreen),
        screen(rollCallRoute, 'read', RollCallScreen),
        screen(scheduleRoute, 'read', ScheduleScreen),
      ],
    },
  ],
};
