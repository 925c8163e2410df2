import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate, momentOf, textOf } from '../../../renderer/province/date-text.ts';

describe('a date and a time as they are written here', () => {
  it.each([
    ['31/01/2026', '08:00', '2026-01-31T01:00:00Z'],
    ['1/2/2026', '7h30', '2026-02-01T00:30:00Z'],
    [' 29/02/2028 ', '23:59', '2028-02-29T16:59:00Z'],
  ])('%s %s', (date, time, iso) => {
    expect(momentOf({ date, time })).toBe(Date.parse(iso));
  });

  it.each([
    ['30/02/2026', '08:00'],
    ['01-31-2026', '08:00'],
    ['31/01/2026', '24:30'],
    ['31/01/2026', '8'],
    ['', ''],
  ])('%s %s is none', (date, time) => {
    expect(momentOf({ date, time })).toBeNull();
  });

  it('says the same moment again, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0), max: 4e12 }), (at) => {
        const text = textOf(at);
        expect(momentOf(text)).toBe(Math.floor(at / 60_000) * 60_000);
        expect(isDate(text.date)).toBe(true);
      }),
    );
  });
});
