import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** The connections below streams that are none themselves. */
const below = new WeakMap<Duplex, Socket>();

/** Tells by which connection a tunnelled stream goes. */
export function runsOver(stream: Duplex, socket: Socket): void {
  below.set(stream, socket);
}

/**
 * Closes a stream by a reset, which throws away what the kernel still holds to send; otherwise a slow line would go on carrying it.
 * A socket whose other end is through must not be reset any more: libuv refuses, and it would never say `close`.
 */
export function resetStream(stream: Duplex): void {
  const socket = stream instanceof Socket ? stream : below.get(stream);
  if (socket && !socket.writableEnded && !socket.destroyed) socket.resetAndDestroy();
  stream.destroy();
}
