import type { ReleasePoint, UpdateReport } from '../../../shared/protocol/releases.ts';
import { updateReport } from '../../../shared/protocol/releases.ts';
import type { Stage } from '../../../shared/updates/stage.ts';
import type { Db } from './schema.ts';

export interface StoredRelease {
  readonly hash: string;
  readonly version: string;
  readonly jws: string;
  readonly at: number;
  readonly actor: string;
  readonly stage: Stage;
  /** Codes of the points that get it first. */
  readonly first: readonly string[];
}

/** The one offered last. */
export async function currentRelease(db: Db): Promise<StoredRelease | undefined> {
  const row = await db
    .selectFrom('releases')
    .selectAll()
    .orderBy('added_at', 'desc')
    .orderBy('hash')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { hash, version, jws, added_at: at, actor, stage, first_points } = row;
  return { hash, version, jws, at, actor, stage, first: JSON.parse(first_points) };
}

/** One that was offered before begins anew. */
export async function putRelease(db: Db, added: Omit<StoredRelease, 'stage'>): Promise<void> {
  const { hash, version, jws, at, actor, first } = added;
  const changing = { added_at: at, actor, stage: 'first' as const, first_points: JSON.stringify(first) };
  await db
    .insertInto('releases')
    .values({ hash, version, jws, ...changing })
    .onConflict((oc) => oc.column('hash').doUpdateSet(changing))
    .execute();
}

export async function setStage(db: Db, hash: string, stage: Stage): Promise<void> {
  await db.updateTable('releases').set({ stage }).where('hash', '=', hash).execute();
}

/** Points of which a device is enrolled. */
export async function listEnrolledPoints(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('devices')
    .select('point_code')
    .distinct()
    .where('revoked_at', 'is', null)
    .orderBy('point_code')
    .execute();
  return rows.map(({ point_code }) => point_code);
}

/** Of each point that has devices, which versions they run. */
export async function listPointVersions(
  db: Db,
): Promise<readonly { readonly code: string; readonly name: string; readonly versions: readonly string[] }[]> {
  const rows = await db
    .selectFrom('devices')
    .innerJoin('points', 'points.code', 'devices.point_code')
    .select(['points.code', 'points.name', 'devices.app_version'])
    .where('devices.revoked_at', 'is', null)
    .where('points.retired_at', 'is', null)
    .orderBy('points.code')
    .orderBy('devices.app_version')
    .execute();
  const points = new Map<string, { code: string; name: string; versions: string[] }>();
  for (const { code, name, app_version } of rows) {
    const point = points.get(code) ?? { code, name, versions: [] };
    if (!point.versions.includes(app_version)) point.versions.push(app_version);
    points.set(code, point);
  }
  return [...points.values()];
}

/** What a device does about a release, in place of what it said before. */
export async function putUpdateReport(db: Db, deviceId: string, report: UpdateReport, at: number): Promise<void> {
  const row = { version: report.version, report: JSON.stringify(report), at };
  await db
    .insertInto('device_updates')
    .values({ device_id: deviceId, ...row })
    .onConflict((oc) => oc.column('device_id').doUpdateSet(row))
    .execute();
}

/** By point: the newest word of a device of it about this release. */
export async function listUpdateReports(
  db: Db,
  version: string,
): Promise<ReadonlyMap<string, NonNullable<ReleasePoint['state']>>> {
  const rows = await db
    .selectFrom('device_updates')
    .innerJoin('devices', 'devices.id', 'device_updates.device_id')
    .select(['devices.point_code', 'device_updates.report', 'device_updates.at'])
    .where('devices.revoked_at', 'is', null)
    .where('device_updates.version', '=', version)
    .orderBy('device_updates.at')
    .execute();
  return new Map(
    rows.map(({ point_code, report, at }) => {
      const { kind, waiting, until, error } = updateReport.parse(JSON.parse(report));
      return [point_code, { kind, waiting, until, error, at }];
    }),
  );
}
