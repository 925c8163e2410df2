import type { CheckRun } from '../../../shared/events/event.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import type { PastRun, WallPoint } from '../../../shared/protocol/wall.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { listAsks } from '../db/asks.ts';
import { listCallLog } from '../db/calls.ts';
import { listNewestLines } from '../db/entries.ts';
import { listStandings } from '../db/latest.ts';
import { findPoint } from '../db/points.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import { rowOf } from './readiness.ts';

const RUNS = 40;
const LOG = 100;

/** Everything about one invited point; null when it is not. `contact`: whether the reader may see whom to call. */
export async function wallPointOf(
  db: Db,
  meetingId: string,
  code: string,
  { now, contact }: { readonly now: number; readonly contact: boolean },
): Promise<WallPoint | null> {
  const [standing] = await listStandings(db, meetingId, [code]);
  const point = await findPoint(db, code);
  if (standing === undefined || point === undefined) return null;
  const { checklist } = await currentPolicy(db);
  return {
    row: rowOf(standing, checklist),
    checklist: checklist.map(({ id, vi, en }) => ({ id, vi, en })),
    cluster: standing.cluster,
    contact: contact ? { name: point.contactName, phone: point.contactPhone } : null,
    devices: await devicesOf(db, code),
    runs: await pastRuns(db, code),
    asks: [...(await listAsks(db, meetingId, now, { since: 0, point: code }))],
    log: [...(await listCallLog(db, meetingId, code, LOG))],
  };
}

/** Those not revoked, the newest first. */
async function devicesOf(db: Db, code: string): Promise<WallPoint['devices']> {
  const rows = await db
    .selectFrom('devices')
    .select(['id', 'name', 'app_version', 'enrolled_at'])
    .where('point_code', '=', code)
    .where('revoked_at', 'is', null)
    .orderBy('enrolled_at', 'desc')
    .execute();
  return rows.map(({ id, name, app_version, enrolled_at }) => ({
    id,
    name,
    appVersion: app_version,
    enrolledAt: enrolled_at,
  }));
}

async function pastRuns(db: Db, code: string): Promise<PastRun[]> {
  const lines = await listNewestLines(db, code, 'check-run', RUNS);
  const entries = lines.map(({ jws }) => journalEntry.parse(payloadOf(jws)));
  const runs = entries.flatMap(({ at, device, event }) => (event.type === 'check-run' ? [{ at, device, event }] : []));
  const titles = await titlesOf(
    db,
    runs.map(({ event }) => event),
  );
  return runs.map(({ at, device, event }) => ({
    at,
    meetingId: event.meetingId,
    meetingTitle: event.meetingId === null ? null : (titles.get(event.meetingId) ?? null),
    device,
    trigger: event.trigger,
    results: event.results.map(({ findings: _, ...result }) => result),
  }));
}

async function titlesOf(db: Db, runs: readonly CheckRun[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(runs.flatMap(({ meetingId }) => meetingId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('meetings').select(['id', 'title']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}
