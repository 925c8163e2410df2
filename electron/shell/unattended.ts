import type { CheckId } from '../../shared/checks/check-id.ts';
import type { CheckResult } from '../../shared/checks/check-result.ts';
import type { Overall } from '../../shared/checks/overall.ts';
import type { CheckRun } from '../../shared/events/event.ts';
import { checkName, checkText } from '../../shared/strings/check-text.ts';
import type { Translator } from '../../shared/strings/translator.ts';

/** Others script against these. */
export const EXIT_CODES: Readonly<Record<Overall, number>> = {
  ready: 0,
  'ready-with-notes': 1,
  'not-ready': 2,
  unmeasured: 3,
};

/** What `point check --json` prints. Measurements carry their units in their names. */
export interface CheckDocument {
  readonly verdict: Overall;
  /** Version of the policy that judged. */
  readonly policy: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly checks: readonly {
    readonly id: CheckId;
    readonly verdict: CheckResult['verdict'];
    readonly reason: string;
    readonly measurement: CheckResult['measurement'];
    readonly durationMs: number;
  }[];
}

export function checkDocument(run: Omit<CheckRun, 'type'>): CheckDocument {
  return {
    verdict: run.overall,
    policy: run.policyVersion,
    startedAt: new Date(run.startedAt).toISOString(),
    durationMs: run.durationMs,
    checks: run.results.map(({ id, verdict, reason, measurement, durationMs }) => ({
      id,
      verdict,
      reason,
      measurement,
      durationMs,
    })),
  };
}

/** The same for a person: one line a check, and what to do below those that need it. */
export function checkLines(run: Omit<CheckRun, 'type'>, translator: Translator): string[] {
  const { t } = translator;
  const lines = run.results.flatMap((result) => {
    const { says, remedy } = checkText(translator, result.id, result.reason, result.values);
    const line = `${checkName(translator, result.id)}: ${t(`verdicts.check.${result.verdict}`)}. ${says}`;
    return remedy === '' ? [line] : [line, `  → ${remedy}`];
  });
  return [...lines, t(`verdicts.readiness.${run.overall}`)];
}
