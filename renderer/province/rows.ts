import { READINESS_STATES, type ReadinessState } from '../../shared/meeting/readiness.ts';
import type { ReadinessRow } from '../../shared/protocol/console.ts';
import { matchesSearch, vietnameseOrder } from '../../shared/strings/fold.ts';

/** The rows to show: those that match, what needs a call first, then as a Vietnamese reader expects. */
export function shownRows(
  rows: readonly ReadinessRow[],
  query: string,
  state: ReadinessState | null,
): readonly ReadinessRow[] {
  return rows
    .filter((row) => state === null || row.state === state)
    .filter((row) => matchesSearch(`${row.point.name} ${row.point.code} ${row.leader?.fullName ?? ''}`, query))
    .sort(
      (a, b) =>
        READINESS_STATES.indexOf(a.state) - READINESS_STATES.indexOf(b.state) ||
        vietnameseOrder(a.point.name, b.point.name),
    );
}

export function countsOf(rows: readonly ReadinessRow[]): Readonly<Record<ReadinessState, number>> {
  const counts = Object.fromEntries(READINESS_STATES.map((state) => [state, 0])) as Record<ReadinessState, number>;
  for (const row of rows) counts[row.state] += 1;
  return counts;
}

/** `rows` with `row` in the place of the same point's; a point not there before is added. */
export function withRow(rows: readonly ReadinessRow[], row: ReadinessRow): readonly ReadinessRow[] {
  const known = rows.some((one) => one.point.code === row.point.code);
  return known ? rows.map((one) => (one.point.code === row.point.code ? row : one)) : [...rows, row];
}
