import { DECLARED } from '../../attendance/composition.ts';
import { CHECK_IDS } from '../../checks/check-id.ts';
import { VERDICTS } from '../../checks/verdict.ts';
import { READINESS_STATES } from '../../meeting/readiness.ts';
import { checkName } from '../../strings/check-text.ts';
import type { Translator } from '../../strings/translator.ts';
import { LINE_FIGURE_NAMES, LINE_FIGURES, lineFigure, meanOpinion, rateBound } from '../line-figures.ts';
import type { ReportCell, ReportSection } from '../model.ts';
import { columnsIn, pointColumns } from '../point-columns.ts';
import { type ColumnOf, sectionOf } from '../section.ts';
import { statesIn } from '../states.ts';
import type { ReadinessAbout, ReadinessFacts } from './facts.ts';
import { filingTimeliness, TIMELINESS } from './filing.ts';

type Column = ColumnOf<ReadinessFacts>;

/** One row a point, everything measured and filed beside it. Of a silent point nothing is said to be undone. */
export function readinessPoints(
  translator: Translator,
  about: ReadinessAbout,
  facts: readonly ReadinessFacts[],
): ReportSection {
  return sectionOf(
    { id: 'points', title: translator.t('reports.sections.readiness.points') },
    [
      ...pointColumns(translator, facts),
      stateColumn(translator),
      ...checkColumns(translator),
      ...lineColumns(translator),
      ...manualColumns(translator),
      ...peopleColumns(translator),
      ...timeColumns(translator, about),
    ],
    facts,
  );
}

/** Of points that sent something; null of the others. */
function known(cell: Column['cell']): Column['cell'] {
  return (facts) => (facts.row.state === 'no-data' ? null : cell(facts));
}

function stateColumn(translator: Translator): Column {
  const states = statesIn(translator, 'verdicts.readiness', READINESS_STATES);
  return columnsIn(translator)<ReadinessFacts>('state', 'state', ({ row }) => row.state, { states });
}

function checkColumns(translator: Translator): Column[] {
  const states = {
    ...statesIn(translator, 'verdicts.check', VERDICTS),
    ...statesIn(translator, 'verdicts.readiness', ['no-data']),
  };
  return CHECK_IDS.map((id) => ({
    key: id,
    title: checkName(translator, id),
    type: 'state',
    states,
    cell: ({ row }) => (row.state === 'no-data' ? 'no-data' : (row.checks[id]?.verdict ?? 'not-run')),
  }));
}

function lineColumns(translator: Translator): Column[] {
  const column = columnsIn(translator);
  const states = statesIn(translator, 'reports.states.lineFigures', ['exact', 'at-least']);
  return [
    ...LINE_FIGURE_NAMES.map((name) => {
      const { unit, digits } = LINE_FIGURES[name];
      return column<ReadinessFacts>(name, 'number', ({ row }) => lineFigure(row.checks.link, name), { unit, digits });
    }),
    column<ReadinessFacts>('lineFigures', 'state', ({ row }) => rateBound(row.checks.link), { states }),
    column<ReadinessFacts>('mos', 'number', ({ row }) => meanOpinion(row.checks.link), { digits: 2 }),
  ];
}

function manualColumns(translator: Translator): Column[] {
  const column = columnsIn(translator);
  const of = (cell: (manual: ReadinessFacts['row']['manual']) => ReportCell) => known(({ row }) => cell(row.manual));
  const sum = { summed: true };
  return [
    column(
      'manualAnswered',
      'number',
      of(({ answered }) => answered),
      sum,
    ),
    column(
      'manualRequired',
      'number',
      of(({ required }) => required),
      sum,
    ),
    column(
      'manualNo',
      'number',
      of(({ no }) => no.length),
      sum,
    ),
  ];
}

function peopleColumns(translator: Translator): Column[] {
  const column = columnsIn(translator);
  const timeliness = statesIn(translator, 'reports.states.timeliness', TIMELINESS);
  const compositions = statesIn(translator, 'verdicts.composition', DECLARED);
  return [
    column('technician', 'text', ({ technician }) => technician?.fullName ?? null),
    column('technicianPhone', 'text', ({ technician }) => technician?.phone || null),
    column('onDutyAt', 'date-time', ({ technician }) => technician?.at ?? null),
    column(
      'onDuty',
      'state',
      known(({ technician }) => technician?.timeliness ?? 'none'),
      { states: timeliness },
    ),
    column('leader', 'text', ({ row }) => row.leader?.fullName ?? null),
    column('title', 'text', ({ row }) => row.leader?.title ?? null),
    column('composition', 'state', ({ row }) => row.leader?.composition ?? null, { states: compositions }),
    column('signedInAt', 'date-time', ({ row }) => row.leader?.at ?? null),
  ];
}

function timeColumns(translator: Translator, { meeting, timing }: ReadinessAbout): Column[] {
  const column = columnsIn(translator);
  const states = statesIn(translator, 'reports.states.timeliness', TIMELINESS);
  return [
    column('filedAt', 'date-time', ({ filing }) => filing?.at ?? null),
    column('receivedAt', 'date-time', ({ filing }) => filing?.receivedAt ?? null),
    column(
      'filing',
      'state',
      known(({ filing }) => filingTimeliness(filing?.at ?? null, meeting.startsAt, timing)),
      { states },
    ),
    column('drift', 'number', known(driftCount), { summed: true }),
    column('lastRunAt', 'date-time', ({ row }) => row.lastRunAt),
    column('lastContactAt', 'date-time', ({ row }) => row.lastContactAt),
    column('policyVersion', 'text', ({ row }) => row.policyVersion),
  ];
}

function driftCount({ row }: ReadinessFacts): number {
  return CHECK_IDS.reduce((sum, id) => sum + (row.checks[id]?.drift?.length ?? 0), 0);
}
