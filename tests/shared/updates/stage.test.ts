import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstPoints } from '../../../shared/updates/stage.ts';

const CODES = Array.from({ length: 135 }, (_, index) => String(23_600 + index));

it('takes the same points for one release, whatever order they come in', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(CODES, { minLength: CODES.length }), (shuffled) => {
      expect(firstPoints('0.2.0', shuffled, 10)).toEqual(firstPoints('0.2.0', CODES, 10));
    }),
    { numRuns: 20 },
  );
});

it('takes as many as are asked for, each once, and all where there are fewer', () => {
  expect(new Set(firstPoints('0.2.0', CODES, 10)).size).toBe(10);
  expect([...firstPoints('0.2.0', ['a', 'b'], 10)].sort()).toEqual(['a', 'b']);
  expect(firstPoints('0.2.0', CODES, 0)).toEqual([]);
});

it('spreads the burden: over 60 releases every point comes, none comes always', () => {
  const counts = new Map<string, number>();
  for (let minor = 0; minor < 60; minor += 1) {
    for (const code of firstPoints(`0.${minor}.0`, CODES, 10)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(125);
  expect(Math.max(...counts.values())).toBeLessThan(16);
});
