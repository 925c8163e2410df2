import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { sealDatagram } from '../../../electron/crypto/link-mac.ts';
import type { LinkResponder } from '../../../electron/province/link/responder.ts';
import type { LinkGrant } from '../../../shared/protocol/link-session.ts';
import { encodeLinkMessage } from '../../../shared/protocol/link-wire.ts';

export function granted(responder: LinkResponder): LinkGrant {
  const grant = responder.grant();
  if (!grant.ok) throw new Error(grant.error.code);
  return grant.value;
}

/** An echo as the session's owner makes it; `change` makes it wrong. */
export function echo(
  grant: LinkGrant,
  sequence: number,
  change: { session?: string; key?: Buffer; size?: number } = {},
) {
  const { session = grant.id, key = Buffer.from(grant.key, 'base64url'), size = 120 } = change;
  const rest = { sentUs: 1, receivedUs: 0, repliedUs: 0, receivedCount: 0 };
  const bytes = encodeLinkMessage({ type: 'echo', session, sequence, ...rest }, size);
  sealDatagram(bytes, key);
  return bytes;
}

/** A UDP socket towards the responder that keeps what comes back. */
export async function udpClient(port: number) {
  const socket = createSocket('udp4');
  const replies: Buffer[] = [];
  socket.on('message', (bytes) => replies.push(bytes));
  socket.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return {
    replies,
    send: (bytes: Uint8Array) => new Promise<void>((done) => socket.send(bytes, () => done())),
    /** The next reply. */
    async next(): Promise<Buffer> {
      const [bytes] = (await once(socket, 'message')) as [Buffer];
      return bytes;
    },
    close: () => new Promise<void>((done) => socket.close(done)),
  };
}

/** Connects, says `text`, and gives all the responder says until it closes. */
export async function tcpTalk(port: number, text: string | Uint8Array): Promise<Buffer> {
  const socket: Socket = connect(port, '127.0.0.1');
  const said: Buffer[] = [];
  socket.on('data', (chunk) => said.push(chunk));
  socket.on('error', () => {});
  socket.write(text);
  await new Promise((done) => socket.once('close', done));
  return Buffer.concat(said);
}
