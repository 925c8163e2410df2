import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createWebSocketStream, type WebSocket, WebSocketServer } from 'ws';
import { LINK_WEBSOCKET_PATH } from '../../../shared/protocol/link-stream.ts';

/** One frame of ours is 16 KiB. */
const MOST_FRAME_BYTES = 65_536;
const MOST_CONNECTIONS = 256;

/**
 * Hands over what comes in as a WebSocket at the hub's own port: a tunnel for the same authenticated streams as on the responder's
 * TCP port, for points whose network lets nothing else pass. Returns its stop, which ends them.
 */
export function serveWebSockets(server: Server, accept: (stream: Duplex) => void): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MOST_FRAME_BYTES,
    clientTracking: true,
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {});
    if (request.url !== LINK_WEBSOCKET_PATH) return refuse(socket, '404 Not Found');
    if (sockets.clients.size >= MOST_CONNECTIONS) return refuse(socket, '503 Service Unavailable');
    request.socket.setNoDelay(true);
    sockets.handleUpgrade(request, socket, head, (one) => accept(streamOf(one)));
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    for (const one of sockets.clients) one.terminate();
  };
}

/** Such a stream does not close by itself when the other end has. */
function streamOf(websocket: WebSocket): Duplex {
  const stream = createWebSocketStream(websocket);
  stream.once('end', () => stream.destroy());
  return stream;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
