import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import { longestChain } from '../bench/benches/check-chain.ts';

const durations = (change: Partial<Record<CheckId, number>> = {}): Record<CheckId, number> => ({
  camera: 7000,
  microphone: 4000,
  speaker: 2500,
  link: 5000,
  'screen-share': 2500,
  encoder: 2500,
  host: 1500,
  ...change,
});

it('names the checks that the last one had to wait for', () => {
  expect(longestChain(durations())).toEqual({ ids: ['camera', 'encoder', 'host'], ms: 11_000 });
  expect(longestChain(durations({ speaker: 9000 }))).toEqual({ ids: ['microphone', 'speaker', 'host'], ms: 14_500 });
});

it('is as long as its checks together, and no shorter than any of them', () => {
  const some = fc.record(Object.fromEntries(CHECK_IDS.map((id) => [id, fc.integer({ min: 1, max: 9000 })])));
  fc.assert(
    fc.property(some, (found) => {
      const given = durations(found);
      const { ids, ms } = longestChain(given);
      expect(ids.reduce((sum, id) => sum + given[id], 0)).toBe(ms);
      expect(ms).toBeGreaterThanOrEqual(Math.max(...Object.values(given)));
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
