import type { Drift } from '../../baseline/drift.ts';
import { CHECK_IDS, type CheckId } from '../../checks/check-id.ts';
import { checkName, furtherTexts } from '../../strings/check-text.ts';
import type { Translator } from '../../strings/translator.ts';
import type { ReportSection } from '../model.ts';
import { inNameOrder } from '../name-order.ts';
import { columnsIn, pointColumns, type ReportPoint } from '../point-columns.ts';
import { sectionOf } from '../section.ts';
import type { MeetingOfRecord } from './measured.ts';

/** One thing that was not as it had been, noticed by the last run for a meeting. */
export interface Change {
  readonly meeting: MeetingOfRecord;
  readonly point: ReportPoint;
  readonly check: CheckId;
  readonly drift: Drift;
}

export function driftSection(translator: Translator, changes: readonly Change[]): ReportSection {
  const column = columnsIn(translator);
  const checks = Object.fromEntries(CHECK_IDS.map((id) => [id, checkName(translator, id)]));
  const sorted = [...changes].sort((a, b) => a.meeting.startsAt - b.meeting.startsAt || inNameOrder(a.point, b.point));
  return sectionOf<Change>(
    { id: 'drift', title: translator.t('reports.sections.devices.drift') },
    [
      column('startsAt', 'date-time', ({ meeting }) => meeting.startsAt, { naming: true }),
      ...pointColumns(translator, sorted),
      column('meeting', 'text', ({ meeting }) => meeting.title),
      column('check', 'state', ({ check }) => check, { states: checks }),
      column(
        'text',
        'text',
        ({ check, drift }) => furtherTexts(translator, check, { drift: [drift] }).drift[0] ?? null,
      ),
    ],
    sorted,
  );
}
