import { randomBytes } from 'node:crypto';
import { LINK_SOURCE_BYTES } from '../../../shared/protocol/link-caps.ts';
import type { LinkStream } from './stream.ts';

/** Random, so that no box on the way can compress it. */
const CHUNK = randomBytes(16_384);

/**
 * Sends as fast as the line and what is set aside of the hub's take it, up to the connection's and the session's caps; then ends
 * the connection.
 */
export function serveSource({ session, socket }: LinkStream): void {
  let left = LINK_SOURCE_BYTES;
  let rest: NodeJS.Timeout | null = null;
  socket.resume();
  socket.on('drain', pump);
  socket.once('close', () => {
    if (rest) clearTimeout(rest);
  });
  pump();

  function pump(): void {
    if (rest) return;
    while (left > 0 && !socket.destroyed) {
      const size = Math.min(CHUNK.byteLength, left);
      if (!session.spend('down', size)) break;
      left -= size;
      const took = socket.write(CHUNK.subarray(0, size));
      const waitMs = session.pace('down', size);
      if (waitMs > 0) {
        rest = setTimeout(goOn, waitMs);
        return;
      }
      if (!took) return;
    }
    socket.end();
  }

  function goOn(): void {
    rest = null;
    // Else `drain` goes on.
    if (!socket.writableNeedDrain) pump();
  }
}
