import { defineRoute } from '../shell/route.ts';
import type { Tab } from '../shell/tabs.tsx';

export const meetingsRoute = defineRoute('/');
export const newMeetingRoute = defineRoute('/new');
export const wallRoute = defineRoute('/meetings/:meetingId/wall');
export const readinessRoute = defineRoute('/meetings/:meetingId');
export const rollCallRoute = defineRoute('/meetings/:meetingId/roll-call');
export const scheduleRoute = defineRoute('/meetings/:meetingId/schedule');

/** What can be seen of one meeting. */
export const MEETING_TABS: readonly Tab<{ readonly meetingId: string }>[] = [
  { route: wallRoute, label: 'province.screens.wall', right: 'read' },
  { route: readinessRoute, label: 'province.screens.readiness', right: 'read' },
  { route: rollCallRoute, label: 'province.screens.roll-call', right: 'read' },
  { route: scheduleRoute, label: 'province.screens.schedule', right: 'read' },
];
