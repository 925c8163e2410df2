import { randomUUID } from 'node:crypto';
import type { Db } from './schema.ts';

export interface AuditEntry {
  readonly at: number;
  /** `account:…`, `device:…`, `token:…` or `cli`. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, string | number>> | undefined;
}

/** Writes down who did what. Detail holds ids and counts, never secrets. */
export async function addAudit(db: Db, entry: AuditEntry): Promise<void> {
  const { at, actor, action, subject, detail = {} } = entry;
  const row = { id: randomUUID(), at, actor, action, subject, detail: JSON.stringify(detail) };
  await db.insertInto('audit').values(row).execute();
}

/** Newest first. */
export async function listAudit(db: Db, limit: number): Promise<readonly AuditEntry[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit).execute();
  return rows.map(({ at, actor, action, subject, detail }) => ({
    at,
    actor,
    action,
    subject,
    detail: JSON.parse(detail),
  }));
}
