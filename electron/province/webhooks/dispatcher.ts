import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type WebhookTries, waitAfter } from '../../../shared/policy/webhook-tries.ts';
import { buryOld, type Delivery, forgetDone, listWaiting, noteTry } from '../db/deliveries.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import { claimWebhook, updateHeld, updateWebhook, type Webhook } from '../db/webhooks.ts';
import type { HubClock } from '../deps.ts';
import type { Sender } from './send.ts';
import { hookHeaders } from './sign.ts';

export interface Dispatching {
  readonly db: Db;
  readonly clock: HubClock;
  readonly log: Logger;
  readonly sender: Sender;
  /** From 0 to 1. */
  readonly random?: () => number;
}

const LOOK_EVERY_MS = 1000;
/** Messages of one webhook before the others get their turn. */
const BATCH = 100;
/** Webhooks served at once. */
const AT_ONCE = 8;
/** What was told stays to be looked at for a week. */
const REMEMBERED_MS = 7 * 24 * 60 * 60_000;
const FORGET_EVERY_MS = 60 * 60_000;

/** Tells other systems what lies in the outbox, beside any other hub that does. Returns its stop. */
export function startDispatcher(dispatching: Dispatching): () => Promise<void> {
  const { log, sender, db, clock } = dispatching;
  let busy: Promise<void> | null = null;
  let forgetAt = 0;
  const stopped = new AbortController();
  const look = async () => {
    await dispatchDue(dispatching, stopped.signal);
    if (clock.now() < forgetAt) return;
    forgetAt = clock.now() + FORGET_EVERY_MS;
    await forgetDone(db, clock.now() - REMEMBERED_MS);
  };
  const timer = setInterval(() => {
    busy ??= look()
      .catch((error: unknown) => log.error({ err: error }, 'webhooks could not be served'))
      .finally(() => {
        busy = null;
      });
  }, LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    stopped.abort();
    // A message under way is broken off; it waits in the outbox still.
    await sender.close();
    await busy;
  };
}

/** Serves every webhook whose turn it is, until none is left. */
export async function dispatchDue(dispatching: Dispatching, signal?: AbortSignal): Promise<void> {
  const { webhooks: policy } = await currentPolicy(dispatching.db);
  const worker = async () => {
    while (!signal?.aborted && (await serveOne(dispatching, policy, signal)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** False when no webhook's turn had come. */
async function serveOne(dispatching: Dispatching, policy: WebhookTries, signal?: AbortSignal): Promise<boolean> {
  const { db, clock } = dispatching;
  const now = clock.now();
  // Longer than one try can take: it is renewed before each.
  const leaseMs = (policy.timeoutSeconds + 30) * 1000;
  const hook = await claimWebhook(db, randomUUID(), now, now + leaseMs);
  if (hook === undefined) return false;
  await buryOld(db, hook.id, now - policy.keepHours * 60 * 60_000);
  let failures = hook.failures;
  for (const delivery of await listWaiting(db, hook.id, BATCH)) {
    const held = await updateHeld(db, hook, { leased_until: clock.now() + leaseMs });
    // Somebody stopped or removed it, or another hub thought this one dead.
    if (!held || signal?.aborted) return true;
    if (!(await tryOne(dispatching, policy, { ...hook, failures }, delivery, signal))) break;
    failures = 0;
  }
  await updateHeld(db, hook, { lease: null, leased_until: 0 });
  return true;
}

/** One try. False when the webhook has to wait: what comes after a message never overtakes it. */
async function tryOne(
  dispatching: Dispatching,
  policy: WebhookTries,
  hook: Webhook,
  delivery: Delivery,
  signal?: AbortSignal,
): Promise<boolean> {
  const { db, clock, log, random = Math.random } = dispatching;
  const sent = await sendOne(dispatching, policy, hook, delivery);
  // The hub is going down and broke it off itself: that says nothing about the receiver.
  if (signal?.aborted && !sent.delivered) return false;
  const now = clock.now();
  const tries = delivery.tries + 1;
  const state = sent.delivered ? 'delivered' : tries >= policy.tries ? 'dead' : 'waiting';
  await noteTry(db, delivery.position, { state, tries, last_try_at: now, outcome: sent.outcome });
  if (sent.delivered) {
    if (hook.failures > 0) await updateHeld(db, hook, { failures: 0, next_try_at: 0 });
    return true;
  }
  const failures = hook.failures + 1;
  log.warn({ webhook: hook.id, outcome: sent.outcome, tries, state }, 'a webhook did not take a message');
  await updateHeld(db, hook, { failures, next_try_at: now + waitAfter(failures, policy, random()) });
  if (sent.gone) await updateWebhook(db, hook.id, { stopped_at: now, stopped_because: 'gone' });
  return false;
}

/** Signs a message by the secrets that are good now and sends it. */
export function sendOne(
  { sender, clock }: Pick<Dispatching, 'sender' | 'clock'>,
  policy: WebhookTries,
  hook: Webhook,
  { message_id: id, body }: Pick<Delivery, 'message_id' | 'body'>,
) {
  const now = clock.now();
  const old = hook.old_secret !== null && (hook.old_secret_until ?? 0) > now ? [hook.old_secret] : [];
  const headers = hookHeaders({ id, body }, [hook.secret, ...old], Math.floor(now / 1000));
  return sender.send({ url: hook.url, headers, body, timeoutMs: policy.timeoutSeconds * 1000 });
}
