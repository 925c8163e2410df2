import { randomUUID } from 'node:crypto';
import { CALL_OUTCOMES, type CallStanding, type HelpLogEntry } from '../../../shared/protocol/wall.ts';
import type { Db } from './schema.ts';
import type { CallLogTable, CallsTable } from './schema-help.ts';

/**
 * Takes a point for a call, or says what came of one. False when somebody else's call still counts: two who press at the same
 * moment get one call between them.
 */
export async function putCall(db: Db, call: CallsTable): Promise<boolean> {
  const { meeting_id: _, point_code: __, ...facts } = call;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('calls')
    .values(call)
    .onConflict((oc) =>
      oc
        .columns(['meeting_id', 'point_code'])
        .doUpdateSet(facts)
        .where((eb) =>
          eb.or([
            eb('calls.until', '<=', call.since),
            eb('calls.actor', '=', call.actor),
            eb('calls.state', '=', 'called'),
          ]),
        ),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Ends a call of `actor`'s that still counts; false when there is none. */
export async function endCall(
  db: Db,
  of: { readonly meetingId: string; readonly point: string; readonly actor: string },
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('calls')
    .set({ until: now })
    .where('meeting_id', '=', of.meetingId)
    .where('point_code', '=', of.point)
    .where('actor', '=', of.actor)
    .where('until', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Calls of a meeting that count now; of one point when given. */
export async function listCalls(
  db: Db,
  meetingId: string,
  now: number,
  point?: string,
): Promise<readonly CallStanding[]> {
  let query = db.selectFrom('calls').selectAll().where('meeting_id', '=', meetingId).where('until', '>', now);
  if (point !== undefined) query = query.where('point_code', '=', point);
  const rows = await query.execute();
  return rows.map((row) => ({
    point: row.point_code,
    state: row.state,
    by: row.actor,
    since: row.since,
    until: row.until,
    outcome: outcomeOf(row.outcome),
    note: row.note,
  }));
}

export async function addToCallLog(db: Db, entry: Omit<CallLogTable, 'id'>): Promise<void> {
  await db
    .insertInto('call_log')
    .values({ id: randomUUID(), ...entry })
    .execute();
}

/** What was done about a point in a meeting, the newest first. */
export async function listCallLog(
  db: Db,
  meetingId: string,
  point: string,
  limit: number,
): Promise<readonly HelpLogEntry[]> {
  const rows = await db
    .selectFrom('call_log')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('point_code', '=', point)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ at, actor, action, outcome, note }) => ({
    at,
    by: actor,
    action,
    outcome: outcomeOf(outcome),
    note,
  }));
}

/** Null also for what another version wrote. */
function outcomeOf(text: string | null): CallStanding['outcome'] {
  return CALL_OUTCOMES.find((one) => one === text) ?? null;
}
