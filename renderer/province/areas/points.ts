import { EnrolmentScreen } from '../admin/enrolment-screen.tsx';
import { enrolmentRoute, manageRoute } from '../admin/routes.ts';
import { ManageScreen } from '../points/manage-screen.tsx';
import { PointsScreen } from '../roster/points-screen.tsx';
import { RosterScreen } from '../roster/roster-screen.tsx';
import { pointsRoute, rosterRoute } from '../roster/routes.ts';
import { type Area, screen } from '../shell/area.tsx';

/** Meeting points, and everything about one of them. */
export const pointsArea: Area = {
  label: 'nav.areas.points',
  sections: [
    {
      label: 'nav.points.list',
      screens: [
        screen(pointsRoute, 'roster', PointsScreen),
        screen(rosterRoute, 'roster', RosterScreen),
        screen(manageRoute, 'points', ManageScreen),
      ],
    },
    { label: 'nav.points.enrolment', screens: [screen(enrolmentRoute, 'enrol', EnrolmentScreen)] },
  ],
};
