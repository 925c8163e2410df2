import type { ReportKind } from '../../../shared/reports/model.ts';
import { defineRoute } from '../shell/route.ts';

export const REPORT_ROUTES = {
  readiness: defineRoute('/reports/readiness'),
  discipline: defineRoute('/reports/discipline'),
  devices: defineRoute('/reports/devices'),
} as const satisfies Record<ReportKind, unknown>;
