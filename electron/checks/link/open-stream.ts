import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { formatHello, helloText, type LinkStreamMode } from '../../../shared/protocol/link-stream.ts';
import { helloMac } from '../../crypto/link-mac.ts';
import { connectTcp } from './connect.ts';
import type { LinkTarget } from './target.ts';

const OPEN_TIMEOUT_MS = 2_500;

/**
 * An authenticated stream, paused, right after the responder's `ok`. Closes when the signal aborts.
 * Rejects when the responder cannot be reached, refuses or stays silent.
 */
export async function openStream(target: LinkTarget, mode: LinkStreamMode, signal: AbortSignal): Promise<Duplex> {
  const connect =
    target.connect ?? ((ms, stop) => connectTcp({ address: target.address, port: target.tcpPort }, ms, stop));
  const socket = await connect(OPEN_TIMEOUT_MS, signal);
  const patience = AbortSignal.any([signal, AbortSignal.timeout(OPEN_TIMEOUT_MS)]);
  const hello = { mode, session: target.session, nonce: randomBytes(8).toString('hex') };
  socket.write(formatHello({ ...hello, mac: helloMac(helloText(hello), target.key) }));
  try {
    await readOk(socket, patience);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

async function readOk(socket: Duplex, signal: AbortSignal): Promise<void> {
  const closed = once(socket, 'close', { signal }).then(() => {
    throw new Error('refused');
  });
  closed.catch(() => {});
  let read = Buffer.alloc(0);
  while (read.byteLength < 3) {
    const [chunk] = (await Promise.race([once(socket, 'data', { signal }), closed])) as [Buffer];
    socket.pause();
    read = Buffer.concat([read, chunk]);
  }
  if (read.subarray(0, 3).toString('latin1') !== 'ok\n') throw new Error('not a link responder');
  if (read.byteLength > 3) socket.unshift(read.subarray(3));
}
