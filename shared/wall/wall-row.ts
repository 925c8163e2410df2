import { CHECK_IDS } from '../checks/check-id.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { ReadinessRow } from '../protocol/console.ts';
import type { WallRow } from '../protocol/wall.ts';

/** One letter for each verdict: a wall of thousands of points is sent as little more than these. */
const LETTERS = { pass: 'p', warn: 'w', fail: 'f', unmeasured: 'u', 'not-run': '-' } as const satisfies Record<
  Verdict,
  string
>;
const VERDICT_OF = Object.fromEntries(Object.entries(LETTERS).map(([verdict, letter]) => [letter, verdict]));

/** What the wall shows of a point's row; `cluster` as the province names it. */
export function wallRowOf(row: ReadinessRow, cluster: string | null): WallRow {
  return {
    code: row.point.code,
    name: row.point.name,
    cluster,
    state: row.state,
    marks: CHECK_IDS.map((id) => LETTERS[row.checks[id]?.verdict ?? 'not-run']).join(''),
    manualNo: row.manual.no.length,
    manualLeft: row.manual.required - row.manual.answered,
    leader: row.leader?.fullName ?? null,
    lastRunAt: row.lastRunAt,
    lastContactAt: row.lastContactAt,
  };
}

/** The verdict of each check, in the order of `CHECK_IDS`. */
export function marksOf(row: Pick<WallRow, 'marks'>): readonly Verdict[] {
  return CHECK_IDS.map((_, index) => (VERDICT_OF[row.marks[index] ?? '-'] ?? 'not-run') as Verdict);
}
