import { assertNever } from '../../../shared/assert-never.ts';
import type { ReportModel } from '../../../shared/reports/model.ts';
import { readinessModel } from '../../../shared/reports/readiness/report.ts';
import type { Translator } from '../../../shared/strings/translator.ts';
import type { Db } from '../db/schema.ts';
import { gatherReadiness } from './gather-readiness.ts';
import { type AskedPeriod, devicesReport, disciplineReport } from './period.ts';

/** Which report is asked for. The readiness report is always of one meeting. */
export type AskedReport =
  | {
      readonly kind: 'readiness';
      readonly meeting: string;
      readonly narrowed: AskedPeriod['narrowed'];
      /** Whether with the technicians' telephone numbers. */
      readonly contacts: boolean;
    }
  | (AskedPeriod & { readonly kind: 'discipline' | 'devices' });

/** The report every format is made from, with what else its JSON has always held. */
export interface MadeReport {
  readonly report: ReportModel;
  readonly beside: Readonly<Record<string, unknown>>;
}

/** Null when there is no such meeting. */
export async function makeReport(
  db: Db,
  asked: AskedReport,
  now: number,
  translator: Translator,
): Promise<MadeReport | null> {
  switch (asked.kind) {
    case 'readiness': {
      const gathered = await gatherReadiness(db, asked.meeting, asked.narrowed, now, asked.contacts);
      if (gathered === null) return null;
      return { report: readinessModel(translator, gathered.about, gathered.facts), beside: { ...gathered.rows } };
    }
    case 'discipline':
      return alone(await disciplineReport(db, asked, now, translator));
    case 'devices':
      return alone(await devicesReport(db, asked, now, translator));
    default:
      return assertNever(asked);
  }
}

function alone(report: ReportModel | null): MadeReport | null {
  return report && { report, beside: {} };
}
