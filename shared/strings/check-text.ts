import type { Drift } from '../baseline/drift.ts';
import type { CheckId } from '../checks/check-id.ts';
import { PROBE_FAILURES } from '../checks/probe-failure.ts';
import type { AppError } from '../errors.ts';
import type { CheckStanding } from '../meeting/standing.ts';
import { deviceName } from './device-name.ts';
import type { TextValues, Translator } from './translator.ts';

/** What is said, and what to do about it (empty when nothing is wrong). */
export interface Advice {
  readonly says: string;
  readonly remedy: string;
}

export function checkName({ raw }: Translator, id: CheckId): string {
  return raw(`checks.${id}.name`) ?? id;
}

/** What a check looks at, in one sentence. */
export function checkAbout({ raw }: Translator, id: CheckId): string {
  return raw(`checks.${id}.about`) ?? '';
}

/** Words of a check's reason. A reason this version does not know (written by another one) is named as such. */
export function checkText(translator: Translator, id: CheckId, reason: string, measured: TextValues): Advice {
  const { raw, t } = translator;
  const { label } = measured;
  const values = typeof label === 'string' ? { ...measured, label: deviceName(translator, label) } : measured;
  if (reason === 'ok') return { says: raw(`checks.${id}.ok`, values) ?? t('verdicts.check.pass'), remedy: '' };
  const common = reason === 'not-run' || PROBE_FAILURES.some((failure) => failure === reason);
  const base = common ? `verdicts.probe.${reason}` : `checks.${id}.problems.${reason}`;
  const says = raw(`${base}.says`, values);
  if (says === null)
    return { says: t('verdicts.probe.unknown.says', { reason }), remedy: t('verdicts.probe.unknown.do') };
  const onMedium = values.medium === undefined ? null : raw(`${base}.doOn.${values.medium}`, values);
  return { says, remedy: onMedium ?? raw(`${base}.do`, values) ?? '' };
}

/** What else is to be said of a check beside its reason: the lesser findings, and what is not as it was. */
export function furtherTexts(
  translator: Translator,
  id: CheckId,
  { findings = [], drift = [] }: Pick<CheckStanding, 'findings' | 'drift'>,
): { readonly also: readonly string[]; readonly drift: readonly string[] } {
  return {
    also: findings.slice(1).map(({ reason, values }) => checkText(translator, id, reason, values).says),
    drift: drift.map((note) => driftText(translator, note)).filter((text) => text !== ''),
  };
}

/** Empty for a note of another version, which this one has no words for. */
function driftText({ raw }: Translator, { key, before, after }: Drift): string {
  return raw(`drift.${key}`, { before, after }) ?? '';
}

/** Words of an expected failure. */
export function errorText({ t }: Translator, error: AppError): Advice {
  return { says: t(`errors.${error.code}.says`, error.values), remedy: t(`errors.${error.code}.do`, error.values) };
}
