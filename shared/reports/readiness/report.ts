import type { Translator } from '../../strings/translator.ts';
import { madeFacts, meetingFacts, narrowedFacts } from '../about.ts';
import type { ReportModel } from '../model.ts';
import type { ReadinessAbout, ReadinessFacts } from './facts.ts';
import { readinessFindings } from './findings.ts';
import { readinessPoints } from './points.ts';
import { readinessChecks, readinessSummary } from './summary.ts';

/** The readiness of a meeting: how many stand how, each point, each check, everything amiss. */
export function readinessModel(
  translator: Translator,
  about: ReadinessAbout,
  facts: readonly ReadinessFacts[],
): ReportModel {
  return {
    kind: 'readiness',
    locale: translator.locale,
    title: translator.t('reports.kinds.readiness'),
    facts: [
      ...meetingFacts(translator, about.meeting),
      ...narrowedFacts(translator, about.narrowed),
      ...madeFacts(translator, about.hubName, about.generatedAt),
    ],
    generatedAt: about.generatedAt,
    main: 'points',
    sections: [
      readinessSummary(translator, facts),
      readinessChecks(translator, facts),
      readinessFindings(translator, about, facts),
      readinessPoints(translator, about, facts),
    ],
  };
}
