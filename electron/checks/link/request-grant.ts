import type { LinkWaiting } from '../../../shared/checks/link/live.ts';
import type { LinkReached } from '../../../shared/checks/link/measurement.ts';
import type { LinkGrant } from '../../../shared/protocol/link-session.ts';
import type { Deadline } from './deadline.ts';
import { orElse } from './pause.ts';
import type { Unreached } from './unreached.ts';
import type { LinkWorld } from './world.ts';

/** Until the hub's first answer; from then on the hub is known to be there, and who asks bounds the waiting. */
const FIRST_ANSWER_MS = 3_000;

export interface Granted {
  readonly grant: LinkGrant;
  /** Until the hub's first answer. */
  readonly grantMs: number;
  /** Absent where there was no queue. */
  readonly queue?: NonNullable<LinkReached['queue']>;
}

/** A session at the hub's responder, or which step stood in the way. The deadline stands still while this point waits its turn. */
export async function requestGrant(world: LinkWorld, deadline: Deadline): Promise<Granted | Unreached> {
  const asked = performance.now();
  let queued: { readonly at: number; readonly place: number } | null = null;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), FIRST_ANSWER_MS);
  const signal = AbortSignal.any([world.signal, deadline.signal, patience.signal]);
  const onWaiting = (waiting: LinkWaiting) => {
    clearTimeout(timer);
    deadline.pause();
    queued ??= { at: performance.now(), place: waiting.place };
    world.onWaiting?.({ place: waiting.place, estimateMs: waiting.estimateMs });
  };
  const answer = await orElse(world.grant(signal, { onWaiting }), null, signal);
  clearTimeout(timer);
  const wait = endOf(queued, asked);
  if (queued) world.onWaiting?.(null);
  deadline.resume();
  if (!answer) return { step: 'hub', cause: 'hub-timeout' };
  if (!answer.ok) return { step: stepOf(answer.error.code), cause: answer.error.code, ...(wait.queue && wait) };
  return { grant: answer.value, ...wait };
}

function endOf(queued: { readonly at: number; readonly place: number } | null, asked: number) {
  const now = performance.now();
  if (!queued) return { grantMs: now - asked };
  return { grantMs: queued.at - asked, queue: { waitedMs: now - queued.at, placeAtStart: queued.place } };
}

function stepOf(code: string): Unreached['step'] {
  if (code === 'hub-wrong-certificate') return 'certificate';
  return code === 'hub-busy' ? 'admission' : 'hub';
}
