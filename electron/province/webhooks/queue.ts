import { randomUUID } from 'node:crypto';
import type { HookBody, HookData, HookEvent } from '../../../shared/protocol/webhooks.ts';
import type { Db } from '../db/schema.ts';
import { insertDeliveries, webhooksFor } from '../db/webhooks.ts';

export interface Happening {
  readonly type: HookEvent;
  readonly data: HookData;
}

export function meetingHappening(meetingId: string, change: NonNullable<HookData['change']>): Happening {
  return { type: 'meeting.changed', data: { meetingId, change } };
}

/**
 * Puts into the outbox what happened, for every webhook that wants it: in the transaction in which it happened, so that both
 * are written or neither.
 */
export async function queueHooks(tx: Db, happenings: readonly Happening[], now: number): Promise<void> {
  if (happenings.length === 0) return;
  const types = happenings.map(({ type }) => type);
  const hooks = await webhooksFor(tx, types);
  if (hooks.length === 0) return;
  const deliveries = happenings.flatMap((happening) => {
    const message = { messageId: newMessageId(), type: happening.type, body: bodyOf(happening, now), at: now };
    return hooks
      .filter(({ events }) => events.includes(happening.type))
      .map(({ id }) => ({ ...message, webhookId: id }));
  });
  await insertDeliveries(tx, deliveries);
}

export function newMessageId(): string {
  return `msg_${randomUUID()}`;
}

export function bodyOf({ type, data }: Pick<HookBody, 'type' | 'data'>, now: number): string {
  const body: HookBody = { type, timestamp: new Date(now).toISOString(), data };
  return JSON.stringify(body);
}
