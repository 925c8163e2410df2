import { stringify } from 'csv-stringify/sync';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { ReadinessReport, ReadinessRow } from '../../../shared/protocol/console.ts';
import { checkFigures } from '../../../shared/strings/check-figures.ts';
import { checkName, checkText } from '../../../shared/strings/check-text.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import type { Translator } from '../../../shared/strings/translator.ts';

interface Column {
  readonly title: string;
  readonly cell: (row: ReadinessRow) => string;
}

/**
 * The report as a table for Excel: UTF-8 with a byte-order mark, the separator the language's Excel expects (`;` beside a decimal
 * comma), no cell that Excel would take for a formula.
 */
export function readinessCsv(report: ReadinessReport, translator: Translator): string {
  const columns = columnsOf(translator);
  const rows = report.rows.map((row) => columns.map(({ cell }) => cell(row)));
  return stringify([columns.map(({ title }) => title), ...rows], {
    bom: true,
    delimiter: translator.locale === 'vi' ? ';' : ',',
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}

function columnsOf(translator: Translator): readonly Column[] {
  const { t } = translator;
  const noData = t('verdicts.readiness.no-data');
  const time = (at: number | null | undefined) => (at == null ? '' : formatDateTime(at));
  return [
    { title: t('report.columns.code'), cell: ({ point }) => point.code },
    { title: t('report.columns.point'), cell: ({ point }) => point.name },
    { title: t('report.columns.state'), cell: ({ state }) => t(`verdicts.readiness.${state}`) },
    ...CHECK_IDS.map((id) => ({
      title: checkName(translator, id),
      cell: (row: ReadinessRow) => checkCell(translator, id, row),
    })),
    {
      title: t('report.columns.manual'),
      cell: ({ manual, state }) => (state === 'no-data' ? noData : t('report.manual', manualValues(manual))),
    },
    {
      title: t('report.columns.leader'),
      cell: ({ leader, state }) => leader?.fullName ?? (state === 'no-data' ? noData : ''),
    },
    { title: t('report.columns.title'), cell: ({ leader }) => leader?.title ?? '' },
    {
      title: t('report.columns.composition'),
      cell: ({ leader }) => (leader === null ? '' : t(`verdicts.composition.${leader.composition}`)),
    },
    { title: t('report.columns.signedInAt'), cell: ({ leader }) => time(leader?.at) },
    { title: t('report.columns.lastRunAt'), cell: ({ lastRunAt }) => time(lastRunAt) },
    { title: t('report.columns.lastContactAt'), cell: ({ lastContactAt }) => time(lastContactAt) },
    { title: t('report.columns.policyVersion'), cell: ({ policyVersion }) => policyVersion ?? '' },
  ];
}

/** "Không đạt: …", or the verdict alone where the words would only repeat it. Of a silent point nothing is said to be undone. */
function checkCell(translator: Translator, id: (typeof CHECK_IDS)[number], { checks, state }: ReadinessRow): string {
  if (state === 'no-data') return translator.t('verdicts.readiness.no-data');
  const standing = checks[id];
  const verdict = translator.t(`verdicts.check.${standing?.verdict ?? 'not-run'}`);
  if (standing === undefined) return verdict;
  const figures = checkFigures(translator, id, standing.values);
  if (standing.verdict === 'pass') return figures === '' ? verdict : `${verdict}: ${figures}`;
  return `${verdict}: ${checkText(translator, id, standing.reason, standing.values).says} ${figures}`.trim();
}

function manualValues({ answered, required }: ReadinessRow['manual']) {
  return { answered, required };
}
