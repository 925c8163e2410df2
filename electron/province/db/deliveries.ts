import type { Selectable } from 'kysely';
import type { Db } from './schema.ts';
import type { DeliveriesTable } from './schema-pulling.ts';

export type Delivery = Selectable<DeliveriesTable>;

/** What waits, the oldest first. */
export async function listWaiting(db: Db, webhookId: string, limit: number): Promise<readonly Delivery[]> {
  return db
    .selectFrom('deliveries')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** The newest first. */
export async function listDeliveries(db: Db, webhookId: string, limit: number): Promise<readonly Delivery[]> {
  return db
    .selectFrom('deliveries')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
}

export async function noteTry(
  db: Db,
  position: number,
  facts: Pick<Delivery, 'state' | 'tries' | 'last_try_at' | 'outcome'>,
): Promise<void> {
  await db.updateTable('deliveries').set(facts).where('position', '=', position).execute();
}

/** Gives up on what waits since before `before`. */
export async function buryOld(db: Db, webhookId: string, before: number): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'dead' })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .where('at', '<', before)
    .execute();
}

/** Lets one message, or every dead one, wait again from its first try; answers how many. `at` starts its time anew. */
export async function revive(db: Db, webhookId: string, position: number | null, at: number): Promise<number> {
  let query = db.updateTable('deliveries').set({ state: 'waiting', tries: 0, at }).where('webhook_id', '=', webhookId);
  query = position === null ? query.where('state', '=', 'dead') : query.where('position', '=', position);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Drops what was delivered, or given up, before `before`. */
export async function forgetDone(db: Db, before: number): Promise<void> {
  await db.deleteFrom('deliveries').where('state', '!=', 'waiting').where('at', '<', before).execute();
}

/** Messages of each webhook by state. */
export async function countDeliveries(
  db: Db,
): Promise<readonly { readonly webhookId: string; readonly state: Delivery['state']; readonly messages: number }[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => ['webhook_id', 'state', fn.countAll<number>().as('messages')])
    .groupBy(['webhook_id', 'state'])
    .execute();
  return rows.map(({ webhook_id, state, messages }) => ({ webhookId: webhook_id, state, messages: Number(messages) }));
}
