import { manageRoute } from '../admin/routes.ts';
import { defineRoute } from '../shell/route.ts';
import type { Tab } from '../shell/tabs.tsx';

export const pointsRoute = defineRoute('/points');
export const pinSheetsRoute = defineRoute('/pin-codes');
export const rosterRoute = defineRoute('/points/:point');

/** What can be seen of one point. */
export const POINT_TABS: readonly Tab<{ readonly point: string }>[] = [
  { route: rosterRoute, label: 'nav.pointTabs.roster', right: 'roster' },
  { route: manageRoute, label: 'nav.pointTabs.manage', right: 'points' },
];
