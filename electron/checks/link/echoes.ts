import { readUnseen } from '../../../shared/protocol/link-unseen.ts';
import {
  decodeLinkMessage,
  encodeLinkMessage,
  LINK_HEADER_BYTES,
  type LinkMessage,
} from '../../../shared/protocol/link-wire.ts';
import { datagramIsAuthentic, sealDatagram } from '../../crypto/link-mac.ts';
import type { EchoChannel } from './echo-channel.ts';
import type { EchoSample } from './echo-stats.ts';
import { arrived, pause, withResolvers } from './pause.ts';
import type { LinkTarget } from './target.ts';

export interface EchoPlan {
  /** At most; fewer when `enough` says so, which is asked after every 25. */
  readonly count: number;
  readonly enough?: (samples: readonly EchoSample[]) => boolean;
  readonly everyMs: number;
  readonly bytes: number;
  /** Of the first echo: a session answers every number once. */
  readonly firstSequence: number;
  /** Nothing at all back for so long means that nothing will come. */
  readonly silentMs: number;
  /** Over UDP: what proves this machine's address to the responder. */
  readonly cookie?: Uint8Array;
}

/** Asked so often whether it is enough. */
const ROUND = 25;
const LAST_REPLY_MS = { least: 80, most: 1_000 };

/** Sends echoes at a steady pace and notes what comes back. Ends early on silence and when the signal aborts. */
export async function runEchoes(
  channel: EchoChannel,
  target: LinkTarget,
  plan: EchoPlan,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<readonly EchoSample[]> {
  const samples: EchoSample[] = [];
  const complete = withResolvers<void>();
  let received = 0;
  let sending = true;
  let slowestMs = 0;
  channel.onDatagram((bytes, unseenUs) => {
    const receivedUs = target.nowUs();
    const reply = replyTo(bytes, target);
    const index = reply ? reply.sequence - plan.firstSequence : -1;
    const sample = samples[index];
    if (!reply || !sample || sample.reply) return;
    samples[index] = {
      ...sample,
      reply: { ...reply, atUs: receivedUs, unseenUs: { up: readUnseen(bytes), down: unseenUs } },
    };
    slowestMs = Math.max(slowestMs, (receivedUs - sample.sentUs) / 1000);
    received += 1;
    if (!sending && received === samples.length) complete.resolve();
  });
  const start = performance.now();
  for (let sent = 0; sent < plan.count; sent += 1) {
    await pause(start + sent * plan.everyMs - performance.now(), signal);
    if (received === 0 && performance.now() - start > plan.silentMs) {
      await arrived();
      if (received === 0) return samples;
    }
    if (signal.aborted) return samples;
    if (sent > 0 && sent % ROUND === 0 && plan.enough?.(samples)) break;
    samples.push({ sentUs: target.nowUs(), reply: null });
    channel.send(request(target, plan, sent, samples[sent]?.sentUs ?? 0));
    onProgress((sent + 1) / plan.count);
  }
  sending = false;
  const patienceMs = Math.min(LAST_REPLY_MS.most, Math.max(LAST_REPLY_MS.least, 1.6 * slowestMs));
  if (received < samples.length) await Promise.race([complete.promise, pause(patienceMs, signal)]);
  await arrived();
  return samples;
}

function request(target: LinkTarget, plan: EchoPlan, index: number, sentUs: number): Uint8Array {
  const sequence = plan.firstSequence + index;
  const rest = { receivedUs: 0, repliedUs: 0, receivedCount: 0 };
  const bytes = encodeLinkMessage({ type: 'echo', session: target.session, sequence, sentUs, ...rest }, plan.bytes);
  if (plan.cookie) bytes.set(plan.cookie, LINK_HEADER_BYTES);
  sealDatagram(bytes, target.key);
  return bytes;
}

function replyTo(bytes: Uint8Array, target: LinkTarget): LinkMessage | null {
  const message = decodeLinkMessage(bytes);
  if (message?.type !== 'reply' || message.session !== target.session) return null;
  return datagramIsAuthentic(bytes, target.key) ? message : null;
}
