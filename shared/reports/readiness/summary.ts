import { CHECK_IDS, type CheckId } from '../../checks/check-id.ts';
import { VERDICTS } from '../../checks/verdict.ts';
import { READINESS_STATES, type ReadinessState } from '../../meeting/readiness.ts';
import { checkName } from '../../strings/check-text.ts';
import type { StringKey } from '../../strings/dictionary.ts';
import type { Translator } from '../../strings/translator.ts';
import type { ReportSection } from '../model.ts';
import { columnsIn } from '../point-columns.ts';
import { type ColumnOf, sectionOf, shareOf } from '../section.ts';
import { statesIn } from '../states.ts';
import type { ReadinessFacts } from './facts.ts';

interface Counted {
  readonly state: ReadinessState;
  readonly points: number;
}

/** How many points stand how. Those without data are counted apart and are no part of any share. */
export function readinessSummary(translator: Translator, facts: readonly ReadinessFacts[]): ReportSection {
  const { t } = translator;
  const column = columnsIn(translator);
  const counted = READINESS_STATES.map(
    (state): Counted => ({ state, points: facts.filter(({ row }) => row.state === state).length }),
  );
  const known = facts.filter(({ row }) => row.state !== 'no-data').length;
  const states = statesIn(translator, 'verdicts.readiness', READINESS_STATES);
  const share = ({ state, points }: Counted) => (state === 'no-data' ? null : shareOf(points, known));
  return sectionOf<Counted>(
    {
      id: 'summary',
      title: t('reports.sections.readiness.summary'),
      note: t('reports.notes.readinessSummary'),
      charts: [
        { kind: 'bars', title: t('reports.charts.states'), label: 'state', series: ['points'], most: counted.length },
      ],
    },
    [
      column('state', 'state', ({ state }) => state, { states, naming: true }),
      column('points', 'number', ({ points }) => points, { summed: true }),
      column('share', 'percent', share),
    ],
    counted,
  );
}

const COUNTS = { pass: 'pass', warn: 'warn', fail: 'fail', unmeasured: 'unmeasured', 'not-run': 'notRun' } as const;

/** One check, and what became of it at each of some occasions. */
export interface CheckTally {
  readonly check: CheckId;
  readonly count: (verdict: (typeof VERDICTS)[number] | 'no-data') => number;
}

export function checksSection(
  translator: Translator,
  title: Extract<StringKey, `reports.sections.${string}.checks`>,
  tallies: readonly CheckTally[],
): ReportSection {
  const { t } = translator;
  const column = columnsIn(translator);
  const states = Object.fromEntries(CHECK_IDS.map((id) => [id, checkName(translator, id)]));
  const counts = VERDICTS.map(
    (verdict): ColumnOf<CheckTally> => column(COUNTS[verdict], 'number', ({ count }) => count(verdict)),
  );
  return sectionOf<CheckTally>(
    {
      id: 'checks',
      title: t(title),
      charts: [{ kind: 'bars', title: t('reports.charts.checks'), label: 'check', series: ['fail', 'warn'], most: 7 }],
    },
    [
      column('check', 'state', ({ check }) => check, { states, naming: true }),
      ...counts,
      column('noData', 'number', ({ count }) => count('no-data')),
    ],
    tallies,
  );
}

export function readinessChecks(translator: Translator, facts: readonly ReadinessFacts[]): ReportSection {
  const tallies = CHECK_IDS.map((check): CheckTally => {
    const found = facts.map(({ row }) =>
      row.state === 'no-data' ? 'no-data' : (row.checks[check]?.verdict ?? 'not-run'),
    );
    return { check, count: (verdict) => found.filter((one) => one === verdict).length };
  });
  return checksSection(translator, 'reports.sections.readiness.checks', tallies);
}
