import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../shared/reports/cell-text.ts';
import { quantile } from '../../../shared/reports/line-figures.ts';
import type { ReportColumn } from '../../../shared/reports/model.ts';
import { partsOf } from '../../../shared/reports/paper.ts';
import { type ColumnOf, sectionOf } from '../../../shared/reports/section.ts';

type Thing = readonly (number | null)[];
const TYPES = ['number', 'duration', 'percent', 'date-time'] as const;

const columns = TYPES.map(
  (type, index): ColumnOf<Thing> => ({
    ...{ key: type, title: type, type, digits: 1, summed: type === 'number' || type === 'duration' },
    cell: (thing) => thing[index] ?? null,
  }),
);
const figure = fc.option(fc.double({ min: -1e6, max: 1e12, noNaN: true }), { nil: null });
const things = fc.array(fc.tuple(figure, figure, figure, figure), { maxLength: 20 });

describe('a section', () => {
  it('has totals that are the sums of its rows as they are written', () => {
    fc.assert(
      fc.property(things, (all) => {
        const { rows, totals } = sectionOf({ id: 's', title: 'S' }, columns, all);
        for (const key of ['number', 'duration']) {
          const sum = rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
          expect(Number(totals?.[key])).toBeCloseTo(sum, 1);
        }
        expect(totals?.percent).toBeNull();
      }),
    );
  });

  it('says nothing where there is nothing: null stays null, and no number is made of it', () => {
    const { rows } = sectionOf({ id: 's', title: 'S' }, columns, [[null, null, null, Number.NaN]]);
    expect(rows).toEqual([{ number: null, duration: null, percent: null, 'date-time': null }]);
    for (const column of columns) expect(cellText(column, null, 'vi')).toBe('');
  });

  it.each([
    ['number', 1234.5, '1234,5', '1234.5'],
    ['percent', 0.1234, '12,3%', '12.3%'],
    ['duration', 3_725_000, '1:02:05', '1:02:05'],
    ['date-time', Date.UTC(2026, 0, 31, 1), '31/01/2026 08:00', '31/01/2026 08:00'],
  ] as const)('writes a %s by the language', (type, value, vi, en) => {
    const column: ReportColumn = { key: 'x', title: 'X', type, digits: 1 };
    expect([cellText(column, value, 'vi'), cellText(column, value, 'en')]).toEqual([vi, en]);
  });

  it('is laid on paper in parts that hold every column once and say in each which row it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
        const many = Array.from(
          { length: count },
          (_, i): ReportColumn => ({ key: `c${i}`, title: '', type: 'state' }),
        );
        const parts = partsOf([{ key: 'name', title: '', type: 'text', naming: true }, ...many]);
        expect(parts.every(([first]) => first?.key === 'name')).toBe(true);
        expect(parts.flatMap((part) => part.slice(1))).toEqual(many);
      }),
    );
  });
});

describe('a quantile', () => {
  it('lies between the least and the most, and is nothing of nothing', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const value = quantile(values, share) ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Math.min(...values));
        expect(value).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});
