import { type AppError, appErr } from '../../../shared/errors.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import type { PulledEntries, PulledEntry } from '../../../shared/protocol/pull.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { currentPositions, entriesAfter, type PlacedRow } from '../db/pushes.ts';
import type { Db } from '../db/schema.ts';
import { cursorOf, placeOf } from './cursor.ts';

/** After every entry of a push. */
const WHOLE = 2 ** 31 - 1;

/**
 * Entries in the order they came in, after the cursor. An entry is only handed out once none can appear before it.
 * Errors: `cursor-unknown`, `cursor-expired`.
 */
export async function entriesPage(
  db: Db,
  asked: { readonly since: string | undefined; readonly limit: number; readonly meeting: string | undefined },
): Promise<Result<PulledEntries, AppError>> {
  const list = `entries ${asked.meeting ?? ''}`;
  const from = asked.since === undefined ? ok({ major: 0, minor: 0 }) : placeOf(list, asked.since);
  if (!from.ok) return from;
  const { major: position, minor: seq } = from.value;
  const { last: given, settled } = await currentPositions(db);
  if (position > given) return appErr('cursor-expired');
  const rows = await entriesAfter(db, { position, seq }, { settled, limit: asked.limit + 1, meetingId: asked.meeting });
  const page = rows.slice(0, asked.limit);
  const more = page.length < rows.length;
  const last = page.at(-1);
  // A push that another hub holds back may keep what is settled behind this cursor for a moment.
  const reached =
    more && last !== undefined
      ? { major: last.position, minor: last.seq }
      : { major: Math.max(settled, position), minor: settled >= position ? WHOLE : seq };
  return ok({ entries: page.map(entryOf), cursor: cursorOf(list, reached), more });
}

function entryOf(row: PlacedRow): PulledEntry {
  const { event } = journalEntry.parse(payloadOf(row.jws));
  return {
    device: row.device_id,
    seq: row.seq,
    hash: row.hash,
    prev: row.prev,
    point: row.point_code,
    meetingId: row.meeting_id,
    at: row.at,
    receivedAt: row.received_at,
    event,
    jws: row.jws,
  };
}
