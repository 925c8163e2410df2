import { DevicesScreen, DisciplineScreen, ReadinessReportScreen } from '../reports/report-screens.tsx';
import { REPORT_ROUTES } from '../reports/routes.ts';
import { type Area, screen } from '../shell/area.tsx';

/** What is pulled from what was recorded. */
export const reportsArea: Area = {
  label: 'nav.areas.reports',
  sections: [
    {
      label: 'reports.tabs.readiness',
      screens: [screen(REPORT_ROUTES.readiness, 'read', ReadinessReportScreen)],
    },
    {
      label: 'reports.tabs.discipline',
      screens: [screen(REPORT_ROUTES.discipline, 'discipline', DisciplineScreen)],
    },
    {
      label: 'reports.tabs.devices',
      screens: [screen(REPORT_ROUTES.devices, 'read', DevicesScreen)],
    },
  ],
};
