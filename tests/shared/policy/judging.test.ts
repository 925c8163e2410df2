import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgingVersion } from '../../../shared/policy/judging.ts';

const VERSIONS = [
  { version: 'a', from: 10 },
  { version: 'b', from: 20 },
  { version: 'c', from: 30 },
];

describe('the version that judges a meeting', () => {
  it.each([
    ['before its start the one in force now', null, 100, 25, 'b'],
    ['at its start the newest', null, 100, 100, 'c'],
    ['after its start the one that was in force then', null, 25, 1000, 'b'],
    ['put in force at the very start', null, 30, 1000, 'c'],
    ['older than every policy: the first', null, 5, 1000, 'a'],
    ['the one it names, before', 'a', 100, 50, 'a'],
    ['the one it names, although it came after the start', 'c', 15, 1000, 'c'],
    ['naming one nobody knows, as if it named none', 'x', 25, 1000, 'b'],
  ] as const)('%s', (_, policyVersion, startsAt, now, judged) => {
    expect(judgingVersion({ policyVersion, startsAt }, VERSIONS, now)).toBe(judged);
  });

  it('is none where there is no policy', () => {
    expect(judgingVersion({ policyVersion: null, startsAt: 1 }, [], 1)).toBeNull();
  });

  it('never changes for a meeting that has begun, whatever is put in force later and whenever one looks', () => {
    const times = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(times, fc.nat(1000), fc.nat(1000), fc.nat(1000), (froms, startsAt, later, wait) => {
        const versions = froms.map((from, index) => ({ version: `v${index}`, from: Math.min(from, startsAt) }));
        const meeting = { policyVersion: null, startsAt };
        const begun = judgingVersion(meeting, versions, startsAt);
        const added = [...versions, { version: 'later', from: startsAt + 1 + later }].reverse();
        expect(judgingVersion(meeting, added, startsAt + 1 + later + wait)).toBe(begun);
      }),
    );
  });
});
