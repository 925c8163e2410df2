import { AccountsScreen } from '../admin/accounts-screen.tsx';
import { AuditScreen } from '../admin/audit-screen.tsx';
import { MaintenanceScreen } from '../admin/maintenance-screen.tsx';
import { accountsRoute, auditRoute, maintenanceRoute, updatesRoute } from '../admin/routes.ts';
import { UpdatesScreen } from '../admin/updates-screen.tsx';
import { integrateSections } from '../integrate/sections.ts';
import { ChecklistScreen, PolicyScreen } from '../policy/policy-screen.tsx';
import { checklistRoute, policyRoute } from '../policy/routes.ts';
import { type Area, screen } from '../shell/area.tsx';

/** What keeps the province running: limits, accounts, other systems, the store itself. */
export const adminArea: Area = {
  label: 'nav.areas.admin',
  sections: [
    { label: 'nav.admin.policy', screens: [screen(policyRoute, 'policy', PolicyScreen)] },
    { label: 'nav.admin.checklist', screens: [screen(checklistRoute, 'policy', ChecklistScreen)] },
    { label: 'nav.admin.accounts', screens: [screen(accountsRoute, 'accounts', AccountsScreen)] },
    { label: 'nav.admin.audit', screens: [screen(auditRoute, 'audit', AuditScreen)] },
    { label: 'nav.admin.backup', screens: [screen(maintenanceRoute, 'maintain', MaintenanceScreen)] },
    { label: 'nav.admin.updates', screens: [screen(updatesRoute, 'maintain', UpdatesScreen)] },
    ...integrateSections,
  ],
};
