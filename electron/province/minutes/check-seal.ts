import { type AppError, appErr } from '../../../shared/errors.ts';
import { MARK_LENGTH, readSeal } from '../../../shared/minutes/seal.ts';
import type { SealCheck } from '../../../shared/protocol/minutes.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { sealHashes } from '../../crypto/seal-hash.ts';
import { findDevice } from '../db/devices.ts';
import { allMeetingLines } from '../db/entries.ts';
import { findMeeting } from '../db/meetings.ts';
import { findPoint } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import { verifyDevice } from '../journal/verify-stored.ts';

/**
 * Whether the hub holds exactly the entries a record on paper was made from, signed and chained.
 * Errors: `input-invalid` (`seal`) for what is no seal, `meeting-unknown`, `not-found` for a point that is not known.
 */
export async function checkSeal(db: Db, text: string): Promise<Result<SealCheck, AppError>> {
  const seal = readSeal(text);
  if (seal === null) return appErr('input-invalid', { field: 'seal' });
  const meeting = await findMeeting(db, seal.meetingId);
  if (meeting === undefined) return appErr('meeting-unknown');
  const point = await findPoint(db, seal.point);
  if (point === undefined) return appErr('not-found', { point: seal.point });
  const rows = await allMeetingLines(db, meeting.id, point.code);
  const digestOf = (some: typeof rows) =>
    sealHashes(
      meeting.id,
      point.code,
      some.map(({ hash }) => hash),
    ).digest;

  const same = digestOf(rows) === seal.digest;
  const listed = same ? rows : rows.filter(({ hash }) => seal.marks.includes(hash.slice(0, MARK_LENGTH)));
  const here = new Set(listed.map(({ hash }) => hash.slice(0, MARK_LENGTH)));
  const missing = same ? [] : seal.marks.filter((mark) => !here.has(mark));
  const whole = same || (listed.length > 0 && digestOf(listed) === seal.digest);
  const nameless = !same && seal.marks.length === 0;
  const added = nameless ? [] : rows.filter((row) => !listed.includes(row));
  return ok({
    verdict: (await anyBroken(db, rows))
      ? 'broken'
      : same
        ? 'same'
        : whole
          ? 'more'
          : nameless
            ? 'unknown'
            : 'different',
    meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt },
    point: { code: point.code, name: point.name },
    held: listed.length,
    missing,
    added: added.map(({ hash, type, at, received_at }) => ({ hash, type, at, receivedAt: received_at })),
  });
}

async function anyBroken(db: Db, rows: readonly { readonly device_id: string }[]): Promise<boolean> {
  for (const id of new Set(rows.map(({ device_id }) => device_id))) {
    const device = await findDevice(db, id);
    if (device === undefined || (await verifyDevice(db, device, () => undefined)).error !== null) return true;
  }
  return false;
}
