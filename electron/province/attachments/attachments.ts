import { createHash } from 'node:crypto';
import { fittingSize } from '../../../shared/attendance/letter-size.ts';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { AttachmentRef } from '../../../shared/events/authorisation.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { attachmentTypeOf } from '../../crypto/attachment-type.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { findAttachment, insertAttachment, type StoredAttachment } from '../db/attachments.ts';
import { listLinesOfType } from '../db/entries.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Takes a letter that a sign-in of this point refers to: exactly the bytes its entry names, of a type the policy allows. Sent again, it
 * is a duplicate.
 * Errors: `entry-unknown` (no such reference here yet), `attachment-size`, `attachment-type`, `input-invalid` (`sha256`).
 */
export async function takeAttachment(
  db: Db,
  point: string,
  sha256: string,
  body: Uint8Array,
  now: number,
): Promise<Result<null, AppError>> {
  const { maxBytes, types } = (await currentPolicy(db)).attendance.attachment;
  const fitting = fittingSize(body.length, maxBytes);
  if (!fitting.ok) return fitting;
  if (createHash('sha256').update(body).digest('base64url') !== sha256)
    return appErr('input-invalid', { field: 'sha256' });
  const reference = (await referencesOf(db, point)).find(({ ref }) => ref.sha256 === sha256)?.ref;
  if (reference === undefined) return appErr('entry-unknown');
  const type = attachmentTypeOf(body);
  if (type === null || type !== reference.type || !types.includes(type)) return appErr('attachment-type');
  await insertAttachment(db, { point, sha256 }, { type, body, receivedAt: now });
  return ok(null);
}

/** A letter of a meeting; undefined where it never came, is kept no longer, or belongs to another meeting. */
export async function readAttachment(
  db: Db,
  {
    meetingId,
    point,
    sha256,
    now,
  }: { readonly meetingId: string; readonly point: string; readonly sha256: string; readonly now: number },
): Promise<StoredAttachment | undefined> {
  const named = (await referencesOf(db, point)).some((one) => one.meetingId === meetingId && one.ref.sha256 === sha256);
  if (!named) return undefined;
  const { attachmentDays } = (await currentPolicy(db)).retention;
  const found = await findAttachment(db, point, sha256);
  return found && found.receivedAt >= now - attachmentDays * DAY_MS ? found : undefined;
}

async function referencesOf(
  db: Db,
  point: string,
): Promise<readonly { readonly meetingId: string; readonly ref: AttachmentRef }[]> {
  const lines = await listLinesOfType(db, point, 'leader-signed-in');
  return lines.flatMap(({ jws }) => {
    const { event } = journalEntry.parse(payloadOf(jws));
    if (event.type !== 'leader-signed-in' || !event.substitution?.attachment) return [];
    return [{ meetingId: event.meetingId, ref: event.substitution.attachment }];
  });
}
