import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_WORDS } from '../../../shared/checks/all-words.ts';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import { PROBE_FAILURES } from '../../../shared/checks/probe-failure.ts';
import { ERROR_CODES } from '../../../shared/errors.ts';
import { checkText, errorText } from '../../../shared/strings/check-text.ts';
import { DICTIONARY } from '../../../shared/strings/dictionary.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';

const LOCALES = ['vi', 'en'] as const;

function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
}

const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('the words', () => {
  const english = new Map(leaves(DICTIONARY.en));

  it('are the same keys in both languages, none empty, in Unicode NFC', () => {
    const vietnamese = leaves(DICTIONARY.vi);
    expect(vietnamese.map(([key]) => key).sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of [...vietnamese, ...english]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).toBe(text.normalize('NFC'));
    }
  });

  it('put tone marks where official Vietnamese does: hóa, xóa, hủy, not hoá, xoá, huỷ', () => {
    const checks = leaves(CHECK_IDS.map((id) => CHECK_WORDS[id].vi));
    const modern = /(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu;
    for (const [key, text] of [...leaves(DICTIONARY.vi), ...checks]) expect(text, key).not.toMatch(modern);
  });

  it('mention the same values in both languages', () => {
    for (const [key, text] of leaves(DICTIONARY.vi))
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
  });

  it.each(LOCALES)('say what to do about every problem of every check (%s)', (locale) => {
    const translator = createTranslator(locale);
    for (const id of CHECK_IDS) {
      for (const reason of [
        ...Object.keys(CHECK_WORDS[id][locale].problems),
        ...PROBE_FAILURES,
        'not-run',
        'unheard-of',
      ]) {
        const { says, remedy } = checkText(translator, id, reason, {});
        expect(says, `${id} ${reason}`).not.toMatch(/^(checks|verdicts)\./);
        expect(says.length * remedy.length, `${id} ${reason}`).toBeGreaterThan(0);
      }
    }
  });

  it.each(LOCALES)('say what to do about every error (%s)', (locale) => {
    const translator = createTranslator(locale);
    for (const code of ERROR_CODES) {
      const { says, remedy } = errorText(translator, { code, values: {} });
      expect(says, code).not.toMatch(/^errors\./);
      expect(remedy, code).not.toMatch(/^errors\./);
    }
  });

  it('tell no two errors in the same words', () => {
    for (const locale of LOCALES) {
      const said = ERROR_CODES.map((code) => DICTIONARY[locale].errors[code].says);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it.each(LOCALES)('show no braces, whichever values are missing (%s)', (locale) => {
    const { raw } = createTranslator(locale);
    const someOf = (text: string) => fc.subarray(placeholders(text));
    const words = fc.constantFrom(...leaves(DICTIONARY[locale]).filter(([, text]) => placeholders(text).length > 0));
    const told = words.chain(([key, text]) => fc.tuple(fc.constant(key), someOf(text), fc.double({ noNaN: true })));
    fc.assert(
      fc.property(told, ([key, names, value]) => {
        const said = raw(key, Object.fromEntries(names.map((name) => [name, value])));
        expect(said).not.toMatch(/[{}]|NaN|undefined|null/);
        expect(said).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('say that a value is missing where it would stand', () => {
    const { says } = checkText(createTranslator('vi'), 'camera', 'low-resolution', {});
    expect(says).toContain('…');
    expect(says).not.toContain('{');
  });

  it('write numbers by the language', () => {
    const values = { lossPct: 4.25, lossUpPct: 4.25, lossDownPct: 0, allowedPct: 1 };
    const say = (locale: 'vi' | 'en') => checkText(createTranslator(locale), 'link', 'loss-high', values).says;
    expect(say('vi')).toContain('4,25');
    expect(say('en')).toContain('4.25');
  });
});
