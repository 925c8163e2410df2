import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceOf } from '../../../shared/attendance/attendance.ts';
import { type Occasion, occasionOf } from '../../../shared/reports/discipline/occasion.ts';
import { DisciplineFold } from '../../../shared/reports/discipline/report.ts';
import type { ReportModel, ReportSection } from '../../../shared/reports/model.ts';
import type { ReportPoint } from '../../../shared/reports/point-columns.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { context, T0 } from '../attendance/builders.ts';
import { anyContext, course } from '../attendance/courses.ts';

const vi = createTranslator('vi');
const silence = context(60, { heard: [] });
const HOUR = 3_600_000;
const ABSENCES = ['provisional', 'excused', 'unexcused'];
const SEATS = ['noData', 'pending', 'onTime', 'late', ...ABSENCES];
const COMPOSITIONS = ['right', 'deputy', 'authorised', 'waiting', 'wrong', 'undetermined'];

const about = {
  hubName: 'UBND tỉnh',
  meeting: null,
  from: T0 - HOUR,
  to: T0 + 24 * HOUR,
  narrowed: { cluster: null, point: null },
  generatedAt: T0,
};

/** Any courses of three points in two meetings. */
const occasions = fc.array(
  fc
    .tuple(course({ corrections: true }), anyContext, fc.constantFrom('1', '2', '3'), fc.constantFrom('m1', 'm2'))
    .map(([entries, context, code, meetingId]): Occasion => {
      const meeting = { id: meetingId, title: meetingId, startsAt: T0, expectedEndsAt: T0 + 2 * HOUR };
      const point: ReportPoint = { code, name: `Xã ${code}`, cluster: null };
      return occasionOf(meeting, point, attendanceOf(entries, context), context.now);
    }),
  { maxLength: 8 },
);

function reportOf(all: readonly Occasion[]): ReportModel {
  const fold = new DisciplineFold();
  for (const one of all) fold.add(one);
  return fold.report(vi, about);
}

function section(report: ReportModel, id: string): ReportSection {
  const found = report.sections.find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
}

const numberOf = (row: ReportSection['totals'], key: string) => Number(row?.[key] ?? 0);

describe('the discipline report', () => {
  it('counts every occasion once on the axis of presence, and composition of those who came alone', () => {
    fc.assert(
      fc.property(occasions, (all) => {
        for (const row of section(reportOf(all), 'points').rows) {
          const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + numberOf(row, key), 0);
          expect(sum(SEATS)).toBe(row.invited);
          expect(sum(COMPOSITIONS)).toBe(sum(['onTime', 'late']));
        }
      }),
    );
  });

  it('has the same totals by point, by meeting and in the summary, whatever the order', () => {
    fc.assert(
      fc.property(occasions, (all) => {
        const report = reportOf(all);
        const { totals } = section(report, 'points');
        const { code: _, point: __, ...sums } = totals ?? {};
        expect(section(report, 'meetings').totals).toMatchObject(sums);
        const lines = section(report, 'summary').rows;
        const line = (state: string) => lines.find((row) => row.state === state)?.occasions;
        for (const [state, key] of [
          ['invited', 'invited'],
          ['no-data', 'noData'],
          ['late', 'late'],
          ['unexcused-absence', 'unexcused'],
          ['wrong', 'wrong'],
        ] as const)
          expect(line(state)).toBe(totals?.[key]);
        expect(reportOf([...all].reverse()).sections.map(({ totals: same }) => same)).toEqual(
          report.sections.map(({ totals: same }) => same),
        );
      }),
    );
  });

  it('never makes an absence or a case of what there is no data of, nor lets it move a share', () => {
    fc.assert(
      fc.property(occasions, fc.nat({ max: 5 }), (all, silent) => {
        const [meeting, point] = [{ id: 'm9', title: 'm9', startsAt: T0, expectedEndsAt: T0 + HOUR }, '9'];
        const nothing = occasionOf(
          meeting,
          { code: point, name: 'Xã 9', cluster: null },
          attendanceOf([], silence),
          T0 + HOUR,
        );
        expect(nothing.presence).toBe('no-data');
        const without = reportOf(all);
        const withSilent = reportOf([...all, ...Array.from({ length: silent }, () => nothing)]);
        const shares = (report: ReportModel) => section(report, 'summary').rows.map(({ share }) => share);
        expect(shares(withSilent)).toEqual(shares(without));
        expect(section(withSilent, 'cases').rows).toEqual(section(without, 'cases').rows);
        for (const key of ABSENCES)
          expect(numberOf(section(withSilent, 'points').totals, key)).toBe(
            numberOf(section(without, 'points').totals, key),
          );
      }),
    );
  });

  it('tells incidents by the cause the province concluded, and adds those without one apart', () => {
    fc.assert(
      fc.property(occasions, (all) => {
        const totals = section(reportOf(all), 'points').totals;
        for (const [key, cause] of [
          ['subjective', 'subjective'],
          ['objective', 'objective'],
          ['causeless', 'undetermined'],
        ] as const)
          expect(numberOf(totals, key)).toBe(all.reduce((sum, { incidents }) => sum + incidents[cause], 0));
      }),
    );
  });
});
