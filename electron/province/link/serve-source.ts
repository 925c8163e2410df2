import { randomBytes } from 'node:crypto';
import { LINK_SOURCE_BYTES } from '../../../shared/protocol/link-caps.ts';
import type { LinkStream } from './stream.ts';

/** Random, so that no box on the way can compress it. */
const CHUNK = randomBytes(16_384);

/** Sends as fast as the line takes it, up to the connection's and the session's caps; then ends the connection. */
export function serveSource({ session, socket }: LinkStream): void {
  let left = LINK_SOURCE_BYTES;
  socket.resume();
  socket.on('drain', pump);
  pump();

  function pump(): void {
    while (left > 0 && !socket.destroyed) {
      const size = Math.min(CHUNK.byteLength, left);
      if (!session.spend('down', size)) break;
      left -= size;
      if (!socket.write(CHUNK.subarray(0, size))) return;
    }
    socket.end();
  }
}
