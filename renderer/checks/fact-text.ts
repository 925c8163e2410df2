import { rounded } from '../../shared/checks/rounded.ts';
import { deviceName } from '../../shared/strings/device-name.ts';
import type { Translator } from '../../shared/strings/translator.ts';
import type { Fact, FactValue, Quantity } from './fact.ts';

/** A fact in words: what it is, how much, and the limits it was judged by. */
export interface FactText {
  readonly label: string;
  readonly value: string;
  readonly limits: readonly string[];
}

export function factText({ t }: Translator, { label, value, atLeast, limits = [] }: Fact): FactText {
  const text = label === 'device' && 'text' in value ? deviceName({ t }, value.text) : valueText(t, value);
  return {
    label: t(`cards.fact.${label}`),
    value: atLeast ? t('cards.word.atLeast', { value: text }) : text,
    limits: limits.map((limit) => t(`cards.limit.${limit.kind}`, { value: valueText(t, limit.value) })),
  };
}

function valueText(t: Translator['t'], value: FactValue): string {
  if ('text' in value) return value.text;
  if ('word' in value) return t(`cards.word.${value.word}`);
  if ('witness' in value) return t(`cards.witness.${value.witness}`);
  return t(`cards.unit.${value.unit}`, { value: readable(value) });
}

/** As many digits as tell something: small numbers keep two decimals, large ones none. */
function readable({ value }: Quantity): number {
  const size = Math.abs(value);
  return rounded(value, size >= 100 ? 0 : size >= 1 ? 1 : 2);
}
