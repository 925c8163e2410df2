import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { createWebSocketStream, WebSocket } from 'ws';
import { LINK_WEBSOCKET_PATH } from '../../../shared/protocol/link-stream.ts';
import { connectTcp } from './connect.ts';
import { type HubDoor, shakeHands } from './hub-door.ts';
import { runsOver } from './stream-end.ts';

/**
 * A stream through the hub's own port, TLS and its certificate checked as for any request. Closes when the signal aborts. Rejects
 * when the hub cannot be reached or takes no WebSocket.
 */
export async function connectWebSocket(
  door: HubDoor,
  address: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Duplex> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const socket = await connectTcp({ address, port: door.port }, timeoutMs, signal);
  const carrier = door.secure ? await shakeHands(socket, door, patience) : socket;
  const host = door.host.includes(':') ? `[${door.host}]` : door.host;
  // The carrier is encrypted already where the hub speaks TLS.
  const websocket = new WebSocket(`ws://${host}:${door.port}${LINK_WEBSOCKET_PATH}`, {
    createConnection: () => carrier,
    perMessageDeflate: false,
    maxPayload: 65_536,
  });
  try {
    await once(websocket, 'open', { signal: patience });
  } catch (error) {
    websocket.on('error', () => {});
    websocket.terminate();
    carrier.destroy();
    throw error;
  }
  const stream = createWebSocketStream(websocket);
  // What breaks it shows as its end, as with a TCP connection.
  stream.on('error', () => {});
  stream.once('end', () => stream.destroy());
  runsOver(stream, socket);
  const close = () => stream.destroy();
  signal.addEventListener('abort', close, { once: true });
  stream.once('close', () => {
    signal.removeEventListener('abort', close);
    socket.destroy();
  });
  return stream;
}
