import { checkRoute, sealRoute } from '../check/routes.ts';
import { REPORT_ROUTES } from '../reports/routes.ts';
import { type Area, lazyScreen } from '../shell/area.tsx';

const checkScreen = async () => (await import('../check/check-screen.tsx')).CheckScreen;

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
    {
      label: 'minutes.check.title',
      screens: [lazyScreen(checkRoute, 'read', checkScreen), lazyScreen(sealRoute, 'read', checkScreen)],
    },
  ],
};
