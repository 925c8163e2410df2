import type { AttachmentType } from '../../../shared/events/authorisation.ts';
import type { Db } from './schema.ts';

export interface StoredAttachment {
  readonly type: AttachmentType;
  readonly body: Uint8Array;
  readonly receivedAt: number;
}

/** Sent again, it changes nothing. */
export async function insertAttachment(
  db: Db,
  key: { readonly point: string; readonly sha256: string },
  { type, body, receivedAt }: StoredAttachment,
): Promise<void> {
  await db
    .insertInto('attachments')
    .values({ point_code: key.point, sha256: key.sha256, type, body, received_at: receivedAt })
    .onConflict((oc) => oc.columns(['point_code', 'sha256']).doNothing())
    .execute();
}

export async function findAttachment(db: Db, point: string, sha256: string): Promise<StoredAttachment | undefined> {
  const row = await db
    .selectFrom('attachments')
    .select(['type', 'body', 'received_at'])
    .where('point_code', '=', point)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { type: row.type, body: row.body, receivedAt: row.received_at };
}

/** What came before `before` is gone for good; the entries that name it stay. Answers how many there were. */
export async function deleteAttachmentsBefore(db: Db, before: number): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('attachments').where('received_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
