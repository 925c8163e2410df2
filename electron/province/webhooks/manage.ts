import { randomUUID } from 'node:crypto';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type {
  DeliveryList,
  NewWebhook,
  WebhookList,
  WebhookMade,
  WebhookTest,
} from '../../../shared/protocol/webhooks.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { countDeliveries, listDeliveries, revive } from '../db/deliveries.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import { deleteWebhook, findWebhook, insertWebhook, listWebhooks, updateWebhook } from '../db/webhooks.ts';
import type { Doing } from '../meetings/doing.ts';
import { type Dispatching, sendOne } from './dispatcher.ts';
import { bodyOf, newMessageId } from './queue.ts';
import { newHookSecret } from './sign.ts';
import { targetOf } from './target.ts';

/** How long the old secret signs beside a new one. */
const CHANGE_OVER_MS = 24 * 60 * 60_000;
const LISTED = 100;

/** Error `webhook-address`. */
export async function addWebhook(db: Db, asked: NewWebhook, doing: Doing): Promise<Result<WebhookMade, AppError>> {
  const target = targetOf(asked.url);
  if (!target.ok) return target;
  const id = `wh-${randomUUID()}`;
  const secret = newHookSecret();
  const events = [...new Set(asked.events)];
  return db.transaction().execute(async (tx) => {
    const { actor: created_by, now: created_at } = doing;
    await insertWebhook(tx, { id, url: target.value.href, events, secret, created_at, created_by });
    await note(tx, id, 'webhook-added', doing, { host: target.value.host });
    return ok({ id, secret });
  });
}

export async function describeWebhooks(db: Db, now: number): Promise<WebhookList['webhooks']> {
  const counts = await countDeliveries(db);
  const count = (id: string, state: string) =>
    counts.find((one) => one.webhookId === id && one.state === state)?.messages ?? 0;
  return (await listWebhooks(db)).map((hook) => ({
    id: hook.id,
    url: hook.url,
    events: [...hook.events],
    createdAt: hook.created_at,
    stoppedBecause: hook.stopped_at === null ? null : hook.stopped_because === 'gone' ? 'gone' : 'person',
    waiting: count(hook.id, 'waiting'),
    dead: count(hook.id, 'dead'),
    failures: hook.failures,
    nextTryAt: hook.failures > 0 && hook.next_try_at > now ? hook.next_try_at : null,
    oldSecretUntil: hook.old_secret !== null && (hook.old_secret_until ?? 0) > now ? hook.old_secret_until : null,
  }));
}

/** With all it had to tell. Error `not-found`. */
export async function removeWebhook(db: Db, id: string, doing: Doing): Promise<Result<null, AppError>> {
  if (!(await deleteWebhook(db, id))) return appErr('not-found');
  await note(db, id, 'webhook-removed', doing);
  return ok(null);
}

/** Starts it again at once, or stops it; what is to be told waits meanwhile, new things are not kept for it. Error `not-found`. */
export async function setRunning(db: Db, id: string, running: boolean, doing: Doing): Promise<Result<null, AppError>> {
  const facts = running
    ? { stopped_at: null, stopped_because: null, failures: 0, next_try_at: 0 }
    : { stopped_at: doing.now, stopped_because: 'person', lease: null, leased_until: 0 };
  if (!(await updateWebhook(db, id, facts))) return appErr('not-found');
  await note(db, id, running ? 'webhook-started' : 'webhook-stopped', doing);
  return ok(null);
}

/** A new secret; the old one signs beside it for a day. Error `not-found`. */
export async function replaceSecret(
  db: Db,
  id: string,
  doing: Doing,
): Promise<Result<{ readonly secret: string; readonly oldUntil: number }, AppError>> {
  const hook = await findWebhook(db, id);
  if (hook === undefined) return appErr('not-found');
  const secret = newHookSecret();
  const oldUntil = doing.now + CHANGE_OVER_MS;
  await updateWebhook(db, id, { secret, old_secret: hook.secret, old_secret_until: oldUntil });
  await note(db, id, 'webhook-secret-replaced', doing);
  return ok({ secret, oldUntil });
}

/** Error `not-found`. */
export async function describeDeliveries(db: Db, id: string): Promise<Result<DeliveryList, AppError>> {
  if ((await findWebhook(db, id)) === undefined) return appErr('not-found');
  const deliveries = await listDeliveries(db, id, LISTED);
  return ok({
    deliveries: deliveries.map(({ position, message_id, type, at, state, tries, last_try_at, outcome }) => {
      return { position, messageId: message_id, type, at, state, tries, lastTryAt: last_try_at, outcome };
    }),
  });
}

/** Tells one message again, or all that were given up (`position` null). Error `not-found`. */
export async function replay(
  db: Db,
  id: string,
  position: number | null,
  doing: Doing,
): Promise<Result<{ readonly messages: number }, AppError>> {
  if ((await findWebhook(db, id)) === undefined) return appErr('not-found');
  const messages = await revive(db, id, position, doing.now);
  if (position !== null && messages === 0) return appErr('not-found');
  await updateWebhook(db, id, { next_try_at: 0 });
  await note(db, id, 'webhook-replayed', doing, { messages });
  return ok({ messages });
}

/** Sends a message of its own at once, beside the outbox. Error `not-found`. */
export async function testWebhook(
  dispatching: Pick<Dispatching, 'db' | 'clock' | 'sender'>,
  id: string,
): Promise<Result<WebhookTest, AppError>> {
  const { db, clock } = dispatching;
  const hook = await findWebhook(db, id);
  if (hook === undefined) return appErr('not-found');
  const { webhooks: policy } = await currentPolicy(db);
  const begun = performance.now();
  const body = bodyOf({ type: 'webhook.test', data: {} }, clock.now());
  const { delivered, outcome } = await sendOne(dispatching, policy, hook, { message_id: newMessageId(), body });
  return ok({ delivered, outcome, ms: Math.round(performance.now() - begun) });
}

async function note(db: Db, id: string, action: string, { actor, now }: Doing, detail = {}): Promise<void> {
  await addAudit(db, { at: now, actor, action, subject: `webhook:${id}`, detail });
}
