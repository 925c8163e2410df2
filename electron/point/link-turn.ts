import { setTimeout as after } from 'node:timers/promises';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { LinkGrant, LinkRates } from '../../shared/protocol/link-session.ts';
import type { Result } from '../../shared/result.ts';
import type { HubClient } from './hub-client.ts';

/** What a link test tells when it asks for its turn, and what it wants to hear. */
export interface LinkAsking {
  /** What the line is likely to carry, if that is known; the hub sets more aside otherwise. */
  readonly wantMbps?: LinkRates | undefined;
  /** With each answer that says to wait; `place` 1 is the next. */
  readonly onWaiting?: ((waiting: { readonly place: number; readonly estimateMs: number }) => void) | undefined;
}

export interface TurnWorld {
  readonly hub: Pick<HubClient, 'linkSession' | 'endLinkSession'>;
  readonly waitMostMs: number;
}

/** A line that breaks for a moment does not lose the place; the hub keeps it for five seconds. */
const TRIES = 3;
const RETRY_MS = 500;

/**
 * Asks the hub until it is this point's turn. Errors: `hub-busy` when the turn did not come in time or the queue is full,
 * `cancelled`, and those of any request. The hub notices by itself when a point goes away.
 */
export async function takeLinkTurn(
  { hub, waitMostMs }: TurnWorld,
  signal: AbortSignal,
  { wantMbps, onWaiting }: LinkAsking = {},
): Promise<Result<LinkGrant, AppError>> {
  const until = performance.now() + waitMostMs;
  let ticket: string | undefined;
  let failures = 0;
  while (performance.now() < until || ticket === undefined) {
    const answer = await hub.linkSession({ ...(ticket && { ticket }), ...(wantMbps && { wantMbps }) }, signal);
    if (answer.ok) {
      if (!('waiting' in answer.value)) return { ok: true, value: answer.value };
      failures = 0;
      ticket = answer.value.waiting.ticket;
      onWaiting?.(answer.value.waiting);
      continue;
    }
    failures += 1;
    if (ticket === undefined || failures === TRIES || !isHiccup(answer.error)) return answer;
    await after(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
  await hub.endLinkSession(signal);
  return appErr('hub-busy');
}

function isHiccup({ code }: AppError): boolean {
  return code === 'hub-unreachable' || code === 'hub-timeout';
}
