import { z } from 'zod';
import { epochMs } from '../events/event.ts';

/** What another system can be told of. `webhook.test` comes from the test button alone. */
export const HOOK_EVENTS = [
  'readiness.changed',
  'attendance.changed',
  'meeting.changed',
  'incident.opened',
  'incident.resolved',
] as const;
export const hookEvent = z.enum(HOOK_EVENTS);
export type HookEvent = z.infer<typeof hookEvent>;

/** Only what changed and where: no person is named. Details are pulled by who may read them. */
export const hookData = z.object({
  meetingId: z.string().optional(),
  point: z.string().optional(),
  change: z.enum(['scheduled', 'changed', 'cancelled', 'invitations']).optional(),
  incidentId: z.string().optional(),
});
export type HookData = z.infer<typeof hookData>;

/** The body of a delivery (Standard Webhooks 1.0). `timestamp` is ISO 8601. */
export const hookBody = z.object({
  type: z.union([hookEvent, z.literal('webhook.test')]),
  timestamp: z.iso.datetime(),
  data: hookData,
});
export type HookBody = z.infer<typeof hookBody>;

/** `POST /api/console/webhooks` */
export const newWebhook = z.object({ url: z.string().min(1).max(500), events: z.array(hookEvent).min(1) });
export type NewWebhook = z.infer<typeof newWebhook>;

/** The secret is said once, here and when it is replaced. */
export const webhookMade = z.object({ id: z.string(), secret: z.string() });
export type WebhookMade = z.infer<typeof webhookMade>;
/** `POST /api/console/webhooks/:id/secret`: the old one signs too until then. */
export const webhookSecret = z.object({ secret: z.string(), oldUntil: epochMs });

/** `POST /api/console/webhooks/:id/state` */
export const webhookState = z.object({ running: z.boolean() });

/** `POST /api/console/webhooks/:id/test`. `outcome`: the status answered, or what broke. */
export const webhookTest = z.object({ delivered: z.boolean(), outcome: z.string(), ms: z.number().int() });
export type WebhookTest = z.infer<typeof webhookTest>;

/** `GET /api/console/webhooks` */
export const webhookList = z.object({
  webhooks: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      events: z.array(z.string()),
      createdAt: epochMs,
      stoppedBecause: z.enum(['person', 'gone']).nullable(),
      waiting: z.number().int(),
      dead: z.number().int(),
      /** Tries that failed in a row. */
      failures: z.number().int(),
      nextTryAt: epochMs.nullable(),
      oldSecretUntil: epochMs.nullable(),
    }),
  ),
});
export type WebhookList = z.infer<typeof webhookList>;

/** `GET /api/console/webhooks/:id/deliveries`, the newest first, 100 at most. */
export const deliveryList = z.object({
  deliveries: z.array(
    z.object({
      position: z.number().int(),
      messageId: z.string(),
      type: z.string(),
      at: epochMs,
      state: z.enum(['waiting', 'delivered', 'dead']),
      tries: z.number().int(),
      lastTryAt: epochMs.nullable(),
      outcome: z.string().nullable(),
    }),
  ),
});
export type DeliveryList = z.infer<typeof deliveryList>;

/** `POST /api/console/webhooks/:id/replays`: one message, or all that are dead when null. */
export const replayRequest = z.object({ position: z.number().int().positive().nullable() });
export const replayed = z.object({ messages: z.number().int() });
