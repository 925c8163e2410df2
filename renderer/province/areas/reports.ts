import { REPORT_ROUTES } from '../reports/routes.ts';
import { type Area, lazyScreen } from '../shell/area.tsx';

/** What is pulled from what was recorded. */
export const reportsArea: Area = {
  label: 'nav.areas.reports',
  sections: [
    {
      label: 'reports.tabs.readiness',
      screens: [
        lazyScreen(
          REPORT_ROUTES.readiness,
          'read',
          async () => (await import('../reports/report-screens.tsx')).ReadinessReportScreen,
        ),
      ],
    },
    {
      label: 'reports.tabs.discipline',
      screens: [
        lazyScreen(
          REPORT_ROUTES.discipline,
          'discipline',
          async () => (await import('../reports/report-screens.tsx')).DisciplineScreen,
        ),
      ],
    },
    {
      label: 'reports.tabs.devices',
      screens: [
        lazyScreen(
          REPORT_ROUTES.devices,
          'read',
          async () => (await import('../reports/report-screens.tsx')).DevicesScreen,
        ),
      ],
    },
  ],
};
