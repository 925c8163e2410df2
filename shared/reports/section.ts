import type { ReportCell, ReportColumn, ReportRow, ReportSection } from './model.ts';

/** A column together with how a thing becomes its cell. `summed`: the section's totals add it up. */
export interface ColumnOf<Thing> extends ReportColumn {
  readonly cell: (thing: Thing) => ReportCell;
  readonly summed?: boolean;
}

/** Builds a section: every cell rounded here, once, so that no rendering has a number of its own. */
export function sectionOf<Thing>(
  head: Pick<ReportSection, 'id' | 'title' | 'note'> & Partial<Pick<ReportSection, 'charts'>>,
  columns: readonly ColumnOf<Thing>[],
  things: readonly Thing[],
): ReportSection {
  const rows = things.map((thing) =>
    Object.fromEntries(columns.map((column) => [column.key, exact(column, column.cell(thing))])),
  );
  const summed = columns.filter((column) => column.summed);
  return {
    charts: [],
    ...head,
    columns: columns.map(({ cell: _, summed: __, ...column }) => column),
    rows,
    totals: summed.length === 0 ? null : totalsOf(columns, rows),
  };
}

function totalsOf<Thing>(columns: readonly ColumnOf<Thing>[], rows: readonly ReportRow[]): ReportRow {
  return Object.fromEntries(
    columns.map((column) => {
      if (!column.summed) return [column.key, null];
      let sum = 0;
      for (const row of rows) {
        const cell = row[column.key];
        if (typeof cell === 'number') sum += cell;
      }
      return [column.key, exact(column, sum)];
    }),
  );
}

const SECOND = 1000;
const MINUTE = 60_000;

/** The cell as every rendering can write it. */
function exact({ type, digits = 0 }: ReportColumn, cell: ReportCell): ReportCell {
  if (typeof cell !== 'number') return cell;
  if (!Number.isFinite(cell)) return null;
  if (type === 'duration') return Math.round(cell / SECOND) * SECOND;
  if (type === 'date-time') return Math.floor(cell / MINUTE) * MINUTE;
  return rounded(cell, type === 'percent' ? 3 : digits);
}

function rounded(value: number, digits: number): number {
  const unit = 10 ** digits;
  // Minus zero would be written "-0".
  return Math.round(value * unit) / unit + 0;
}

/** A share of a whole; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
