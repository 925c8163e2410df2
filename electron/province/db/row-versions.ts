import { inChunks } from './in-chunks.ts';
import type { Db } from './schema.ts';

export interface RowVersion {
  readonly pointCode: string;
  readonly digest: string;
  readonly version: number;
}

/** Which rows of which meeting: `readiness`, `attendance`. */
export interface Series {
  readonly resource: string;
  readonly meetingId: string;
}

export async function listVersions(db: Db, { resource, meetingId }: Series): Promise<readonly RowVersion[]> {
  const rows = await db
    .selectFrom('row_versions')
    .select(['point_code', 'digest', 'version'])
    .where('resource', '=', resource)
    .where('meeting_id', '=', meetingId)
    .orderBy('version')
    .execute();
  return rows.map(({ point_code, digest, version }) => ({ pointCode: point_code, digest, version }));
}

/** The last version given. Nobody else gives one before the transaction ends. */
export async function lockSeries(tx: Db, { resource, meetingId }: Series): Promise<number> {
  const row = await tx
    .insertInto('row_series')
    .values({ resource, meeting_id: meetingId, last_version: 0 })
    .onConflict((oc) => oc.columns(['resource', 'meeting_id']).doUpdateSet({ resource }))
    .returning('last_version')
    .executeTakeFirstOrThrow();
  return row.last_version;
}

/** Writes new versions; `last` is the highest of them. */
export async function putVersions(
  tx: Db,
  { resource, meetingId }: Series,
  versions: readonly RowVersion[],
  last: number,
): Promise<void> {
  for (const chunk of inChunks(versions)) {
    const values = chunk.map(({ pointCode, digest, version }) => ({
      resource,
      meeting_id: meetingId,
      point_code: pointCode,
      digest,
      version,
    }));
    await tx
      .insertInto('row_versions')
      .values(values)
      .onConflict((oc) =>
        oc
          .columns(['resource', 'meeting_id', 'point_code'])
          .doUpdateSet((eb) => ({ digest: eb.ref('excluded.digest'), version: eb.ref('excluded.version') })),
      )
      .execute();
  }
  await tx
    .updateTable('row_series')
    .set({ last_version: last })
    .where('resource', '=', resource)
    .where('meeting_id', '=', meetingId)
    .execute();
}
