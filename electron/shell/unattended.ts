import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import type { CheckResult } from '../../shared/checks/check-result.ts';
import type { Overall } from '../../shared/checks/overall.ts';
import type { AppError } from '../../shared/errors.ts';
import type { CheckRun } from '../../shared/events/event.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { checkName, checkText, errorText, furtherTexts } from '../../shared/strings/check-text.ts';
import { createTranslator, type Translator } from '../../shared/strings/translator.ts';
import type { PointService } from '../point/point-service.ts';

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
    /** All that the rule found, the worst first. */
    readonly findings: CheckResult['findings'];
    /** What is not as this device's journal says it was: notes, not verdicts. */
    readonly drift: NonNullable<CheckResult['drift']>;
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
    checks: run.results.map(({ id, verdict, reason, findings, drift = [], measurement, durationMs }) => ({
      id,
      verdict,
      reason,
      findings,
      drift,
      measurement,
      durationMs,
    })),
  };
}

/** The same for a person: one line a check; below it what to do, what else was found and what is not as it was. */
export function checkLines(run: Omit<CheckRun, 'type'>, translator: Translator): string[] {
  const { t } = translator;
  const lines = run.results.flatMap((result) => {
    const { says, remedy } = checkText(translator, result.id, result.reason, result.values);
    const line = `${checkName(translator, result.id)}: ${t(`verdicts.check.${result.verdict}`)}. ${says}`;
    const further = furtherTexts(translator, result.id, result);
    const below = [
      ...(remedy === '' ? [] : [`→ ${remedy}`]),
      ...further.also.map((text) => `${t('point.run.also')} ${text}`),
      ...further.drift.map((text) => `${t('point.run.drift')} ${text}`),
    ];
    return [line, ...below.map((text) => `  ${text}`)];
  });
  return [...lines, t(`verdicts.readiness.${run.overall}`)];
}

/** What opening the window and saving may take beside the probes, milliseconds. */
const AROUND_MS = 30_000;

/** After this long the window will not come back with a result: each probe has its own time-out, one after the other. */
export function unattendedLimitMs(policy: Policy): number {
  return CHECK_IDS.length * policy.probeTimeoutMs + AROUND_MS;
}

/** The longest an unattended run waits for the province after its result is safe on this machine, milliseconds. */
const SEND_WAIT_MS = 10_000;

/**
 * Ends an unattended run: the result goes into the journal and, if the province answers, to it; then it is printed.
 * What could not be saved or sent is said on stderr; the exit code is the verdict's.
 */
export async function finishUnattended(
  run: Omit<CheckRun, 'type'>,
  service: PointService,
  json: boolean,
): Promise<number> {
  const translator = createTranslator(service.settings.locale());
  const complain = (error: AppError) => {
    const { says, remedy } = errorText(translator, error);
    process.stderr.write(`${says} ${remedy} [${error.code}]\n`);
  };
  const saved = await service.fileCheckRun(run);
  if (!saved.ok) complain(saved.error);
  else {
    const sent = await service.syncNow(AbortSignal.timeout(SEND_WAIT_MS));
    if (!sent.ok) complain(sent.error);
  }
  const text = json ? JSON.stringify(checkDocument(run), null, 2) : checkLines(run, translator).join('\n');
  await new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
  return EXIT_CODES[run.overall];
}
