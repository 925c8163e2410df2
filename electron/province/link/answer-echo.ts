import { writeUnseen } from '../../../shared/protocol/link-unseen.ts';
import { decodeLinkMessage, encodeLinkMessage } from '../../../shared/protocol/link-wire.ts';
import { datagramIsAuthentic, sealDatagram } from '../../crypto/link-mac.ts';
import type { Drops } from './drops.ts';
import type { LinkSession, LinkSessions } from './sessions.ts';

export interface EchoDesk {
  readonly sessions: LinkSessions;
  readonly drops: Drops;
}

/**
 * The reply to an echo, of exactly its size, or null for anything that does not deserve one (which is counted).
 * `isProved`: whether the session may be answered where the echo came from; a stream is its own proof.
 * `unseenUs`: how long it may have lain here until it was seen. Each sequence number of a session is answered once: a replayed
 * datagram moves nobody to send anything.
 */
export function answerEcho(
  { sessions, drops }: EchoDesk,
  { bytes, unseenUs }: { readonly bytes: Uint8Array; readonly unseenUs: number },
  isProved: (session: LinkSession) => boolean = () => true,
): Uint8Array | null {
  const message = decodeLinkMessage(bytes);
  if (message?.type !== 'echo') return drop('malformed');
  const session = sessions.find(message.session);
  if (!session) return drop('foreign');
  const receivedUs = session.nowUs();
  if (!datagramIsAuthentic(bytes, session.key)) return drop('forged');
  if (!isProved(session)) return drop('unproved');
  if (!session.takeEcho(message.sequence)) return drop('replayed');
  if (!session.spend('up', bytes.byteLength) || !session.spend('down', bytes.byteLength)) return drop('over-cap');
  const reply = encodeLinkMessage(
    { ...message, type: 'reply', receivedUs, repliedUs: session.nowUs(), receivedCount: session.echoes() },
    bytes.byteLength,
  );
  writeUnseen(reply, unseenUs);
  sealDatagram(reply, session.key);
  return reply;

  function drop(reason: Parameters<Drops['count']>[0]): null {
    drops.count(reason);
    return null;
  }
}
