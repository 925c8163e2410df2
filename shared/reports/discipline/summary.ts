import type { Translator } from '../../strings/translator.ts';
import type { ReportSection } from '../model.ts';
import { columnsIn } from '../point-columns.ts';
import { sectionOf, shareOf } from '../section.ts';
import { statesIn } from '../states.ts';
import type { Tally } from './tally.ts';

const AXES = ['presence', 'composition', 'verification', 'incidents', 'outages'] as const;

interface Line {
  readonly axis: (typeof AXES)[number];
  readonly state: string;
  readonly occasions: number;
  /** What the share is of; null where a share would mix what must not be mixed. */
  readonly of: number | null;
}

/** The four axes and the incidents, each counted for itself. Shares leave out what there is no data of. */
export function disciplineSummary(translator: Translator, tally: Tally): ReportSection {
  const { t } = translator;
  const column = columnsIn(translator);
  const bars = (axis: Line['axis']) => t(`reports.states.axis.${axis}`);
  return sectionOf<Line>(
    {
      id: 'summary',
      title: t('reports.sections.discipline.summary'),
      note: t('reports.notes.disciplineSummary'),
      charts: [{ kind: 'bars', title: t('reports.charts.presence'), label: 'state', series: ['occasions'], most: 10 }],
    },
    [
      column('axis', 'text', ({ axis }) => bars(axis), { naming: true }),
      column('state', 'state', ({ state }) => state, { states: stateWords(translator), naming: true }),
      column('occasions', 'number', ({ occasions }) => occasions),
      column('of', 'number', ({ of }) => of),
      column('share', 'percent', ({ occasions, of }) => (of === null ? null : shareOf(occasions, of))),
    ],
    linesOf(tally),
  );
}

function stateWords(translator: Translator): Record<string, string> {
  const presence = statesIn(translator, 'reports.states.presence', [
    'invited',
    'no-data',
    'pending',
    'on-time',
    'late',
    'provisionally-absent',
    'excused-absence',
    'unexcused-absence',
    'left-seat',
    'left-early',
  ]);
  const composition = statesIn(translator, 'verdicts.composition', [
    'right',
    'deputy-by-assignment',
    'authorised',
    'substitute-pending',
    'wrong',
    'undetermined',
  ]);
  const verification = statesIn(translator, 'province.rollCall.verifications', [
    'self-declared',
    'verified',
    'disputed',
    'explained',
    'concluded',
  ]);
  const causes = statesIn(translator, 'province.rollCall.causes', ['subjective', 'objective']);
  const causeless = { causeless: translator.t('province.rollCall.causes.undetermined') };
  return { ...presence, ...composition, ...verification, ...causes, ...causeless };
}

function linesOf(tally: Tally): readonly Line[] {
  const attended = tally.onTime + tally.late;
  const known = attended + tally.provisional + tally.excused + tally.unexcused;
  const of =
    (axis: Line['axis'], whole: number | null) =>
    (state: string, occasions: number): Line => ({ axis, state, occasions, of: whole });
  const apart = of('presence', null);
  const presence = of('presence', known);
  const present = of('presence', attended);
  const composition = of('composition', attended);
  const verification = of('verification', attended);
  const incidents = of('incidents', tally.subjective + tally.objective + tally.causeless);
  const outages = of('outages', tally.outSubjective + tally.outObjective + tally.outCauseless);
  return [
    apart('invited', tally.invited),
    apart('no-data', tally.noData),
    apart('pending', tally.pending),
    presence('on-time', tally.onTime),
    presence('late', tally.late),
    presence('provisionally-absent', tally.provisional),
    presence('excused-absence', tally.excused),
    presence('unexcused-absence', tally.unexcused),
    present('left-seat', tally.leftSeat),
    present('left-early', tally.leftEarly),
    composition('right', tally.right),
    composition('deputy-by-assignment', tally.deputy),
    composition('authorised', tally.authorised),
    composition('substitute-pending', tally.waiting),
    composition('wrong', tally.wrong),
    composition('undetermined', tally.undetermined),
    verification('self-declared', tally.selfDeclared),
    verification('verified', tally.verified),
    verification('disputed', tally.disputed),
    verification('explained', tally.explained),
    verification('concluded', tally.concluded),
    incidents('subjective', tally.subjective),
    incidents('objective', tally.objective),
    incidents('causeless', tally.causeless),
    outages('subjective', tally.outSubjective),
    outages('objective', tally.outObjective),
    outages('causeless', tally.outCauseless),
  ];
}
