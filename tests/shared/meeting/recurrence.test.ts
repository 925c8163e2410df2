import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startsOf } from '../../../shared/meeting/recurrence.ts';

const vietnam = (text: string) => Date.parse(`${text}:00+07:00`);

describe('a series of meetings', () => {
  it.each([
    ['day', '2026-02-27T08:00', ['2026-02-27T08:00', '2026-02-28T08:00', '2026-03-01T08:00']],
    ['week', '2026-12-24T07:30', ['2026-12-24T07:30', '2026-12-31T07:30', '2027-01-07T07:30']],
    ['month', '2026-01-31T08:00', ['2026-01-31T08:00', '2026-02-28T08:00', '2026-03-31T08:00']],
    // Before seven it is still the day before in UTC: the day of the month is Vietnam's.
    ['month', '2026-01-01T06:00', ['2026-01-01T06:00', '2026-02-01T06:00', '2026-03-01T06:00']],
    ['month', '2028-01-30T23:30', ['2028-01-30T23:30', '2028-02-29T23:30', '2028-03-30T23:30']],
  ] as const)('every %s from %s', (every, first, starts) => {
    expect(startsOf(vietnam(first), { every, count: 3 })).toEqual(starts.map(vietnam));
  });

  it('keeps the hour and always moves on', () => {
    const any = fc.record({
      first: fc.integer({ min: 0, max: 4e12 }),
      every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      count: fc.integer({ min: 2, max: 60 }),
    });
    fc.assert(
      fc.property(any, ({ first, ...recurrence }) => {
        const starts = startsOf(first, recurrence);
        expect(starts[0]).toBe(first);
        expect(new Set(starts.map((start) => start % 86_400_000)).size).toBe(1);
        expect(starts.every((start, turn) => turn === 0 || start > (starts[turn - 1] ?? Infinity))).toBe(true);
      }),
    );
  });
});
