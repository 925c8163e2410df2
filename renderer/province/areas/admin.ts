import { accountsRoute, auditRoute, maintenanceRoute, updatesRoute } from '../admin/routes.ts';
import { integrateSections } from '../integrate/sections.ts';
import { checklistRoute, policyRoute } from '../policy/routes.ts';
import { type Area, lazyScreen } from '../shell/area.tsx';

/** What keeps the province running: limits, accounts, other systems, the store itself. */
export const adminArea: Area = {
  label: 'nav.areas.admin',
  sections: [
    {
      label: 'nav.admin.policy',
      screens: [
        lazyScreen(policyRoute, 'policy', async () => (await import('../policy/policy-screen.tsx')).PolicyScreen),
      ],
    },
    {
      label: 'nav.admin.checklist',
      screens: [
        lazyScreen(checklistRoute, 'policy', async () => (await import('../policy/policy-screen.tsx')).ChecklistScreen),
      ],
    },
    {
      label: 'nav.admin.accounts',
      screens: [
        lazyScreen(
          accountsRoute,
          'accounts',
          async () => (await import('../admin/accounts-screen.tsx')).AccountsScreen,
        ),
      ],
    },
    {
      label: 'nav.admin.audit',
      screens: [lazyScreen(auditRoute, 'audit', async () => (await import('../admin/audit-screen.tsx')).AuditScreen)],
    },
    {
      label: 'nav.admin.backup',
      screens: [
        lazyScreen(
          maintenanceRoute,
          'maintain',
          async () => (await import('../admin/maintenance-screen.tsx')).MaintenanceScreen,
        ),
      ],
    },
    {
      label: 'nav.admin.updates',
      screens: [
        lazyScreen(updatesRoute, 'maintain', async () => (await import('../admin/updates-screen.tsx')).UpdatesScreen),
      ],
    },
    ...integrateSections,
  ],
};
