import { isPostgres } from './dialect.ts';
import { inChunks } from './in-chunks.ts';
import type { Db } from './schema.ts';
import type { WebhooksTable } from './schema-pulling.ts';

export type Webhook = Omit<WebhooksTable, 'events'> & { readonly events: readonly string[] };

export async function insertWebhook(
  db: Db,
  added: Pick<Webhook, 'id' | 'url' | 'events' | 'secret' | 'created_at' | 'created_by'>,
): Promise<void> {
  const rest = { old_secret: null, old_secret_until: null, stopped_at: null, stopped_because: null };
  const turn = { failures: 0, next_try_at: 0, lease: null, leased_until: 0 };
  await db
    .insertInto('webhooks')
    .values({ ...added, ...rest, ...turn, events: JSON.stringify(added.events) })
    .execute();
}

/** The oldest first. */
export async function listWebhooks(db: Db): Promise<readonly Webhook[]> {
  const rows = await db.selectFrom('webhooks').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(asWebhook);
}

export async function findWebhook(db: Db, id: string): Promise<Webhook | undefined> {
  const row = await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asWebhook(row);
}

/** Changes what is named; false when there is no such webhook. */
export async function updateWebhook(db: Db, id: string, facts: Partial<Omit<WebhooksTable, 'id'>>): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('webhooks').set(facts).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** With all it had to tell. False when there is no such webhook. */
export async function deleteWebhook(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await tx.deleteFrom('deliveries').where('webhook_id', '=', id).execute();
    const { numDeletedRows } = await tx.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

/** Those that run and want at least one of the events. */
export async function webhooksFor(db: Db, types: readonly string[]): Promise<readonly Webhook[]> {
  const rows = await db.selectFrom('webhooks').selectAll().where('stopped_at', 'is', null).execute();
  return rows.map(asWebhook).filter(({ events }) => types.some((type) => events.includes(type)));
}

export interface NewDelivery {
  readonly webhookId: string;
  readonly messageId: string;
  readonly type: string;
  readonly body: string;
  readonly at: number;
}

export async function insertDeliveries(db: Db, added: readonly NewDelivery[]): Promise<void> {
  for (const chunk of inChunks(added)) {
    const values = chunk.map(({ webhookId, messageId, type, body, at }) => ({
      webhook_id: webhookId,
      message_id: messageId,
      type,
      body,
      at,
      state: 'waiting' as const,
      tries: 0,
      last_try_at: null,
      outcome: null,
    }));
    await db.insertInto('deliveries').values(values).execute();
  }
}

/**
 * Takes a webhook whose turn it is for one hub until `until`: one that runs, has something waiting, and is in no other hub's
 * hands. Undefined when there is none.
 */
export async function claimWebhook(db: Db, lease: string, now: number, until: number): Promise<Webhook | undefined> {
  let due = db
    .selectFrom('webhooks')
    .select('id')
    .where('stopped_at', 'is', null)
    .where('next_try_at', '<=', now)
    .where('leased_until', '<=', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('deliveries')
          .select('position')
          .whereRef('deliveries.webhook_id', '=', 'webhooks.id')
          .where('deliveries.state', '=', 'waiting'),
      ),
    )
    .orderBy('next_try_at')
    .limit(1);
  // One that another hub is just taking is left to it.
  if (isPostgres(db)) due = due.forUpdate().skipLocked();
  const row = await db
    .updateTable('webhooks')
    .set({ lease, leased_until: until })
    .where('id', '=', due)
    .where('leased_until', '<=', now)
    .returningAll()
    .executeTakeFirst();
  return row && asWebhook(row);
}

/** Whether the webhook is still in this hub's hands; what it is set to is written only then. */
export async function updateHeld(
  db: Db,
  { id, lease }: Pick<Webhook, 'id' | 'lease'>,
  facts: Partial<Omit<WebhooksTable, 'id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhooks')
    .set(facts)
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function asWebhook(row: WebhooksTable): Webhook {
  return { ...row, events: JSON.parse(row.events) as string[] };
}
