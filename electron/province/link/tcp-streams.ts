import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { EchoDesk } from './answer-echo.ts';
import type { ListeningPort, ResponderLog } from './listening-port.ts';
import { welcome } from './welcome.ts';

const MOST_CONNECTIONS = 512;

/** Serves authenticated streams on a TCP port (0: any free one). Throws when the port cannot be had. */
export async function openTcpStreams(
  desk: EchoDesk,
  { host, port, log }: { host: string; port: number; log: ResponderLog },
): Promise<ListeningPort> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    welcome(desk, socket);
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  server.on('error', (error) => log.warn({ err: error }, 'link responder: TCP server'));
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      for (const socket of open) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
