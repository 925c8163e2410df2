import type { PolicyField } from '../policy/fields.ts';
import { formatNumber } from './format.ts';
import type { Translator } from './translator.ts';

export function groupText({ raw }: Translator, group: string): string {
  return raw(`policy.groups.${group}`) ?? group;
}

/** A limit by its own name, as it stands under its headings. */
export function fieldText({ raw }: Translator, { name }: Pick<PolicyField, 'name'>): string {
  return raw(`policy.fields.${name}`) ?? name;
}

/** A version as a person reads it: the ones that ship with the software by a word, those the province saved by their day. */
export function versionText({ t }: Pick<Translator, 't'>, version: string): string {
  return version.startsWith('default-') ? t('policy.defaultVersion', { version }) : version;
}

/** A limit by its whole name, from the path in a policy: "Đường truyền › Độ trễ (ms) › Không đạt khi trên". */
export function pathText(words: Translator, path: string): string {
  const parts = path.split('.').filter((part) => part !== 'checks');
  return parts
    .map((part) => words.raw(`policy.groups.${part}`) ?? words.raw(`policy.fields.${part}`) ?? part)
    .join(' › ');
}

/** A value as a person reads it. */
export function valueText(words: Translator, value: unknown): string {
  if (value === undefined || value === null) return words.t('policy.notSet');
  if (typeof value === 'boolean') return words.t(value ? 'policy.on' : 'policy.off');
  if (typeof value === 'number') return formatNumber(words.locale, value, 3);
  if (typeof value === 'string') return words.raw(`policy.pinSetups.${value}`) ?? value;
  if (Array.isArray(value)) return value.map((one) => itemText(words, one)).join('; ') || '–';
  return JSON.stringify(value);
}

function itemText(words: Translator, item: unknown): string {
  if (typeof item !== 'object' || item === null) return valueText(words, item);
  const held = item as Readonly<Record<string, unknown>>;
  const text = String(held[words.locale] ?? held.name ?? JSON.stringify(item));
  return held.required === true ? `${text}*` : text;
}
