import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret as Standard Webhooks writes it: 32 random bytes. */
export function newHookSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/**
 * The headers of Standard Webhooks 1.0: HMAC-SHA-256 over `id.timestamp.body` by every secret that is good, so that a receiver
 * may change over from one to the next. `seconds` since 1970.
 */
export function hookHeaders(
  message: { readonly id: string; readonly body: string },
  secrets: readonly string[],
  seconds: number,
): Readonly<Record<string, string>> {
  const signed = `${message.id}.${seconds}.${message.body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}
