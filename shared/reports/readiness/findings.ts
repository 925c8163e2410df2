import { CHECK_IDS, type CheckId } from '../../checks/check-id.ts';
import { checkName, checkText, furtherTexts } from '../../strings/check-text.ts';
import type { Translator } from '../../strings/translator.ts';
import type { ReportSection } from '../model.ts';
import { columnsIn, pointColumns, type ReportPoint } from '../point-columns.ts';
import { sectionOf } from '../section.ts';
import { statesIn } from '../states.ts';
import type { ReadinessAbout, ReadinessFacts } from './facts.ts';

const KINDS = ['fail', 'unmeasured', 'warn', 'manual', 'drift'] as const;

interface Finding {
  readonly point: ReportPoint;
  readonly check: CheckId | null;
  readonly kind: (typeof KINDS)[number];
  readonly text: string;
}

/** Everything that was found amiss and everything that is not as it was, one line each. */
export function readinessFindings(
  translator: Translator,
  about: ReadinessAbout,
  facts: readonly ReadinessFacts[],
): ReportSection {
  const column = columnsIn(translator);
  const found = facts.flatMap((one) => findingsOf(translator, about, one));
  const checks = Object.fromEntries(CHECK_IDS.map((id) => [id, checkName(translator, id)]));
  return sectionOf<Finding>(
    { id: 'findings', title: translator.t('reports.sections.readiness.findings') },
    [
      ...pointColumns(translator, found),
      column('kind', 'state', ({ kind }) => kind, { states: statesIn(translator, 'reports.states.kind', KINDS) }),
      column('check', 'state', ({ check }) => check, { states: checks }),
      column('text', 'text', ({ text }) => text),
    ],
    found,
  );
}

function findingsOf(
  translator: Translator,
  { checklist }: ReadinessAbout,
  { point, row }: ReadinessFacts,
): readonly Finding[] {
  const ofChecks = CHECK_IDS.flatMap((check): Finding[] => {
    const standing = row.checks[check];
    if (standing === undefined) return [];
    const { drift } = furtherTexts(translator, check, { drift: standing.drift });
    const { verdict, reason, values } = standing;
    const findings =
      standing.findings ?? (verdict === 'pass' || verdict === 'not-run' ? [] : [{ verdict, reason, values }]);
    return [
      ...findings.map((one) => ({
        point,
        check,
        kind: one.verdict,
        text: checkText(translator, check, one.reason, one.values).says,
      })),
      ...drift.map((text) => ({ point, check, kind: 'drift' as const, text })),
    ];
  });
  const refused = checklist.filter(({ id }) => row.manual.no.includes(id));
  return [
    ...ofChecks,
    ...refused.map((item) => ({ point, check: null, kind: 'manual' as const, text: item[translator.locale] })),
  ];
}
