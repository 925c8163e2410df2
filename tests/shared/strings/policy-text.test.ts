import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { versionText } from '../../../shared/strings/policy-text.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';

describe('the version of a policy, as a person reads it', () => {
  it.each([
    ['vi', 'mặc định (default-1)'],
    ['en', 'default (default-1)'],
  ] as const)('is called the default one in words (%s), and that of a day by its day', (locale, expected) => {
    const words = createTranslator(locale);
    expect(versionText(words, DEFAULT_POLICY.version)).toBe(expected);
    expect(versionText(words, '2026-01-31.2')).toBe('2026-01-31.2');
  });
});
