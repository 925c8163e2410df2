import type { Retention } from '../../../shared/policy/retention.ts';
import { deleteAttachmentsBefore } from '../db/attachments.ts';
import type { Db } from '../db/schema.ts';

/** Something that is kept for so many days by the policy. */
export interface Kept {
  /** As the audit log calls it. */
  readonly name: string;
  readonly days: keyof Retention;
  /** Deletes what came before `before` (epoch ms) and answers how many there were. */
  readonly deleteBefore: (db: Db, before: number) => Promise<number>;
}

/** What the hub keeps for a time only. One line each. */
export const KEPT: readonly Kept[] = [
  { name: 'attachments', days: 'attachmentDays', deleteBefore: deleteAttachmentsBefore },
];
