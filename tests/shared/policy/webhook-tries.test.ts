import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEBHOOK_TRIES, waitAfter } from '../../../shared/policy/webhook-tries.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const failures = fc.integer({ min: 1, max: 1000 });

describe('how long a webhook waits', () => {
  it.each([
    [1, 5],
    [2, 10],
    [3, 20],
    [10, 2560],
    [11, 3600],
    [1000, 3600],
  ])('after %i failures: %i seconds, when chance says neither', (count, seconds) => {
    expect(waitAfter(count, DEFAULT_WEBHOOK_TRIES, 0.5)).toBe(seconds * 1000);
  });

  it('never less than before, and within a fifth of it by chance', () => {
    fc.assert(
      fc.property(failures, share, (count, random) => {
        const middle = waitAfter(count, DEFAULT_WEBHOOK_TRIES, 0.5);
        const wait = waitAfter(count, DEFAULT_WEBHOOK_TRIES, random);
        expect(wait).toBeGreaterThanOrEqual(middle * 0.8 - 1);
        expect(wait).toBeLessThanOrEqual(middle * 1.2 + 1);
        expect(waitAfter(count + 1, DEFAULT_WEBHOOK_TRIES, 0.5)).toBeGreaterThanOrEqual(middle);
      }),
    );
  });

  it('comes to more than a night in all, and less than what is kept', () => {
    const { tries, keepHours } = DEFAULT_WEBHOOK_TRIES;
    const all = Array.from({ length: tries - 1 }, (_, i) => waitAfter(i + 1, DEFAULT_WEBHOOK_TRIES, 1));
    const hours = all.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(16);
    expect(hours).toBeLessThan(keepHours);
  });
});
