import { createHash } from 'node:crypto';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { listVersions, lockSeries, putVersions, type RowVersion, type Series } from '../db/row-versions.ts';
import type { Db } from '../db/schema.ts';
import { cursorOf, placeOf } from './cursor.ts';

interface Row {
  readonly point: { readonly code: string };
}

export interface Asked {
  /** The cursor of an earlier answer; all rows without. */
  readonly since: string | undefined;
  readonly limit: number;
}

export interface Delta<R> {
  readonly rows: R[];
  /** Points that are no longer in the list. */
  readonly removed: string[];
  readonly cursor: string;
  /** Whether there is more right now: ask again with the cursor. */
  readonly more: boolean;
}

const GONE = 'gone';

/**
 * Of the rows as they are now, those that differ from what was last handed out up to the cursor. A row that changed gets the
 * next version; each cursor stands for the versions up to it, so nothing is skipped, whoever else writes or asks meanwhile.
 * `digested`: the part of a row whose change counts.
 * Errors: `cursor-unknown`, `cursor-expired` (a version this database never gave: it is an older copy).
 */
export async function deltaOf<R extends Row>(
  db: Db,
  series: Series,
  rows: readonly R[],
  digested: (row: R) => unknown,
  { since, limit }: Asked,
): Promise<Result<Delta<R>, AppError>> {
  const list = `${series.resource} ${series.meetingId}`;
  const from = since === undefined ? ok({ major: 0 }) : placeOf(list, since);
  if (!from.ok) return from;
  const versions = await upToDate(db, series, new Map(rows.map((row) => [row.point.code, digestOf(digested(row))])));
  const last = versions.at(-1)?.version ?? 0;
  if (from.value.major > last) return appErr('cursor-expired');
  const changed = versions.filter(({ version }) => version > from.value.major);
  const page = changed.slice(0, limit);
  const byCode = new Map(rows.map((row) => [row.point.code, row]));
  const more = page.length < changed.length;
  return ok({
    rows: page.flatMap(({ pointCode, digest }) => (digest === GONE ? [] : (byCode.get(pointCode) ?? []))),
    removed: since === undefined ? [] : page.filter(({ digest }) => digest === GONE).map(({ pointCode }) => pointCode),
    cursor: cursorOf(list, { major: more ? (page.at(-1)?.version ?? 0) : last, minor: 0 }),
    more,
  });
}

/** The versions of the rows with these digests, in order; what changed is given a new one first. */
async function upToDate(db: Db, series: Series, digests: ReadonlyMap<string, string>): Promise<readonly RowVersion[]> {
  const known = await listVersions(db, series);
  if (changesOf(known, digests).length === 0) return known;
  return db.transaction().execute(async (tx) => {
    let last = await lockSeries(tx, series);
    const versions = changesOf(await listVersions(tx, series), digests).map((change) => {
      last += 1;
      return { ...change, version: last };
    });
    await putVersions(tx, series, versions, last);
    return listVersions(tx, series);
  });
}

function changesOf(
  known: readonly RowVersion[],
  digests: ReadonlyMap<string, string>,
): readonly Omit<RowVersion, 'version'>[] {
  const before = new Map(known.map(({ pointCode, digest }) => [pointCode, digest]));
  const now = [...digests].map(([pointCode, digest]) => ({ pointCode, digest }));
  const gone = [...before.keys()]
    .filter((code) => !digests.has(code))
    .map((pointCode) => ({ pointCode, digest: GONE }));
  return [...now, ...gone].filter(({ pointCode, digest }) => before.get(pointCode) !== digest);
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
