import { enrolmentRoute, manageRoute } from '../admin/routes.ts';
import { pinSheetsRoute, pointsRoute, rosterRoute } from '../roster/routes.ts';
import { type Area, lazyScreen } from '../shell/area.tsx';

/** Meeting points, and everything about one of them. */
export const pointsArea: Area = {
  label: 'nav.areas.points',
  sections: [
    {
      label: 'nav.points.list',
      screens: [
        lazyScreen(pointsRoute, 'roster', async () => (await import('../roster/points-screen.tsx')).PointsScreen),
        lazyScreen(rosterRoute, 'roster', async () => (await import('../roster/roster-screen.tsx')).RosterScreen),
        lazyScreen(manageRoute, 'points', async () => (await import('../points/manage-screen.tsx')).ManageScreen),
      ],
    },
    {
      label: 'nav.points.enrolment',
      screens: [
        lazyScreen(
          enrolmentRoute,
          'enrol',
          async () => (await import('../admin/enrolment-screen.tsx')).EnrolmentScreen,
        ),
      ],
    },
    {
      label: 'roster.sheets',
      screens: [
        lazyScreen(
          pinSheetsRoute,
          'roster',
          async () => (await import('../roster/pin-sheets-screen.tsx')).PinSheetsScreen,
        ),
      ],
    },
  ],
};
