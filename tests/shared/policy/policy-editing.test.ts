import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyChanges } from '../../../shared/policy/changes.ts';
import { contradictions } from '../../../shared/policy/contradictions.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { POLICY_FIELDS, valueAt, withValue } from '../../../shared/policy/fields.ts';
import { policy } from '../../../shared/policy/policy.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';

describe('every limit of the policy', () => {
  it.each(['vi', 'en'] as const)('has its name, its headings and its unit in %s', (locale) => {
    const { raw } = createTranslator(locale);
    for (const { path, group, under, name, unit } of POLICY_FIELDS) {
      const keys = [
        `groups.${group}`,
        `fields.${name}`,
        ...under.map((one) => `groups.${one}`),
        ...(unit ? [`units.${unit}`] : []),
      ];
      for (const key of keys) expect([path.join('.'), key, raw(`policy.${key}`)]).not.toContain(null);
    }
  });

  it('stands in the default policy, and put back where it was read changes nothing', () => {
    for (const { path } of POLICY_FIELDS) {
      const value = valueAt(DEFAULT_POLICY, path);
      expect([path, value]).not.toContain(undefined);
      expect(withValue(DEFAULT_POLICY, path, value)).toEqual(DEFAULT_POLICY);
    }
    expect(POLICY_FIELDS.length).toBeGreaterThan(100);
  });

  it('that is changed is told as one change, with what was before', () => {
    const numbers = POLICY_FIELDS.filter(({ kind }) => kind === 'number' || kind === 'integer');
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.integer({ min: 1_000_001, max: 2_000_000 }), ({ path }, value) => {
        const before = valueAt(DEFAULT_POLICY, path);
        const changed = withValue(DEFAULT_POLICY, path, value);
        expect(policyChanges(DEFAULT_POLICY, changed)).toEqual([{ path: path.join('.'), before, after: value }]);
      }),
    );
  });
});

describe('limits that contradict one another', () => {
  it('are none in the default policy', () => expect(contradictions(policy.parse(DEFAULT_POLICY))).toEqual([]));

  it.each([
    ['checks.link.uploadMbps.failBelow', 5],
    ['checks.link.rttMs.failAbove', 50],
    ['checks.encoder.failBelowShare', 0.9],
    ['checks.link.profiles.1080p.downloadMbps.failBelow', 7],
    ['timing.readinessFailMinutesBefore', 45],
    ['timing.leaderAbsentMinutesAfter', 1],
  ])('are named: %s', (path, value) => {
    expect(contradictions(withValue(DEFAULT_POLICY, path.split('.'), value))).toEqual([path]);
  });

  it('are two checklist items of one id', () => {
    const [first, ...rest] = DEFAULT_POLICY.checklist;
    if (!first) throw new Error('no item');
    expect(contradictions({ ...DEFAULT_POLICY, checklist: [first, ...rest, first] })).toEqual(['checklist.18']);
  });
});
