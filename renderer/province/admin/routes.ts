import { defineRoute } from '../shell/route.ts';

export const enrolmentRoute = defineRoute('/enrolment');
export const manageRoute = defineRoute('/points/:point/manage');
export const accountsRoute = defineRoute('/admin/accounts');
export const auditRoute = defineRoute('/admin/audit');
export const maintenanceRoute = defineRoute('/admin/backup');
export const updatesRoute = defineRoute('/admin/updates');
