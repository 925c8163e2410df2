import { randomUUID } from 'node:crypto';
import type { AuditFilter, AuditPage } from '../../../shared/protocol/audit.ts';
import type { AuditTable, Db } from './schema.ts';

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

/** One page of what the filter lets through, the newest first. `after`: the `next` of the page before; null starts at the newest. */
export async function findAudit(
  db: Db,
  filter: AuditFilter,
  after: string | null,
  limit: number,
): Promise<Pick<AuditPage, 'entries' | 'next'>> {
  let query = db.selectFrom('audit').selectAll().orderBy('at', 'desc').orderBy('id', 'desc');
  if (filter.actor) query = query.where('actor', 'like', containing(filter.actor));
  if (filter.subject) query = query.where('subject', 'like', containing(filter.subject));
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
  if (filter.until !== undefined) query = query.where('at', '<', filter.until);
  const place = after === null ? null : placeOf(after);
  if (place) {
    const [at, id] = place;
    query = query.where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('id', '<', id)])]));
  }
  const rows = await query.limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { entries: shown.map(asRow), next: rows.length > limit && last ? `${last.at}.${last.id}` : null };
}

/** Every action that was ever written down, in order. */
export async function listAuditActions(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('audit').select('action').distinct().orderBy('action').execute();
  return rows.map(({ action }) => action);
}

/** The newest entry of one action, if any. */
export async function lastAudit(db: Db, action: string): Promise<AuditPage['entries'][number] | null> {
  const { entries } = await findAudit(db, { action }, null, 1);
  return entries[0] ?? null;
}

/** Wildcards in what is looked for are left out: the two databases do not agree on how to escape them. */
function containing(text: string): string {
  return `%${text.replace(/[%_\\]/g, '')}%`;
}

function placeOf(after: string): readonly [number, string] | null {
  const dot = after.indexOf('.');
  const at = Number(after.slice(0, dot));
  return dot > 0 && Number.isSafeInteger(at) ? [at, after.slice(dot + 1)] : null;
}

function asRow({ detail, ...row }: AuditTable): AuditPage['entries'][number] {
  return { ...row, detail: JSON.parse(detail) };
}
