import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { sealDatagram } from '../../../electron/crypto/link-mac.ts';
import type { LinkResponder } from '../../../electron/province/link/responder.ts';
import { encodeFlow, type LinkFlowHeader } from '../../../shared/protocol/link-flow-wire.ts';
import { LINK_PROVE_BYTES } from '../../../shared/protocol/link-pace.ts';
import type { LinkGrant } from '../../../shared/protocol/link-session.ts';
import { encodeLinkMessage, LINK_HEADER_BYTES } from '../../../shared/protocol/link-wire.ts';

export function granted(responder: LinkResponder): LinkGrant {
  const grant = responder.grant();
  if (!grant.ok) throw new Error(grant.error.code);
  return grant.value;
}

/** An echo as the session's owner makes it; `change` makes it wrong. `cookie`: of an address that is to be proved by it. */
export function echo(
  grant: LinkGrant,
  sequence: number,
  change: { session?: string; key?: Buffer; size?: number; cookie?: Uint8Array } = {},
) {
  const { session = grant.id, key = Buffer.from(grant.key, 'base64url'), size = 120 } = change;
  const rest = { sentUs: 1, receivedUs: 0, repliedUs: 0, receivedCount: 0 };
  const bytes = encodeLinkMessage({ type: 'echo', session, sequence, ...rest }, size);
  if (change.cookie) bytes.set(change.cookie, LINK_HEADER_BYTES);
  sealDatagram(bytes, key);
  return bytes;
}

/** A datagram of a flow, likewise. */
export function flowDatagram(
  grant: LinkGrant,
  header: Partial<LinkFlowHeader> & Pick<LinkFlowHeader, 'type'>,
  size: number,
  fill: (bytes: Uint8Array) => void = () => {},
): Uint8Array {
  const bytes = encodeFlow({ session: grant.id, sequence: 0, sentUs: 1, run: 0, step: 0, ...header }, size);
  fill(bytes);
  sealDatagram(bytes, Buffer.from(grant.key, 'base64url'));
  return bytes;
}

type UdpClient = Awaited<ReturnType<typeof udpClient>>;

/** Asks for the cookie of the client's address. */
export async function askCookie(client: UdpClient, grant: LinkGrant): Promise<Uint8Array> {
  const [answer] = await Promise.all([
    client.next(),
    client.send(flowDatagram(grant, { type: 'prove' }, LINK_PROVE_BYTES)),
  ]);
  client.replies.length = 0;
  return answer.subarray(LINK_HEADER_BYTES);
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
    port: () => socket.address().port,
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
