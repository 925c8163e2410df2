import { z } from 'zod';

/** How long the hub keeps trying to tell another system something. */
export const webhookTries = z.object({
  /** A message is dead after so many tries … */
  tries: z.number().int().min(1).max(50),
  /** … or after so many hours, whichever is first. */
  keepHours: z.number().int().min(1).max(720),
  /** The wait doubles from the first to the longest. */
  firstWaitSeconds: z.number().int().min(1).max(3600),
  longestWaitSeconds: z.number().int().min(1).max(86_400),
  /** A receiver must have answered by then. */
  timeoutSeconds: z.number().int().min(1).max(60),
});
export type WebhookTries = z.infer<typeof webhookTries>;

/** Waits from 5 s to 1 h: thirty tries come to about 20 hours, so that a receiver may be down for a night. */
export const DEFAULT_WEBHOOK_TRIES: WebhookTries = {
  tries: 30,
  keepHours: 72,
  firstWaitSeconds: 5,
  longestWaitSeconds: 3600,
  timeoutSeconds: 10,
};

/** Milliseconds to wait after `failures` tries that failed in a row; `random` from 0 to 1 spreads many hubs' waits by ±20 %. */
export function waitAfter(failures: number, policy: WebhookTries, random: number): number {
  const doubled = policy.firstWaitSeconds * 2 ** Math.max(0, failures - 1);
  const seconds = Math.min(doubled, policy.longestWaitSeconds);
  return Math.round(seconds * 1000 * (0.8 + 0.4 * random));
}
