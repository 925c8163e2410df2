import { once } from 'node:events';
import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server as TcpServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { type LinkSystem, OPERATING_SYSTEM } from '../../../../electron/checks/link/world.ts';
import type { HttpsOptions } from '../../../../electron/province/https-options.ts';
import { fingerprintOf, makeCertificate } from '../../../../electron/province/tls.ts';

/** A certificate such as a hub makes for itself, and its pin. */
export async function certificate(): Promise<HttpsOptions & { readonly pin: string }> {
  const made = await makeCertificate();
  return { ...made, pin: fingerprintOf(made.cert) };
}

/** A server on loopback until the end of the test; its port. */
export async function serve(answer: RequestListener, tls?: HttpsOptions): Promise<number> {
  return listening(tls ? createHttps(tls, answer) : createHttp(answer));
}

/** Takes connections and says nothing. */
export function mute(): Promise<number> {
  return listening(createTcp(() => {}));
}

/** Hangs up at the first word. */
export function hangingUp(): Promise<number> {
  return listening(createTcp((socket) => socket.once('data', () => socket.resetAndDestroy())));
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createTcp().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function listening(server: TcpServer | Server): Promise<number> {
  const open = new Set<{ destroy: () => void }>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

export const HEALTHY: RequestListener = (_request, reply) => {
  reply.setHeader('content-type', 'application/json');
  reply.end(JSON.stringify({ service: 'diem-cau', hubId: 'hub-1', serverTime: 1 }));
};

/** The system as it is, but for what a test says; plain HTTP is answered by nobody unless it says who. */
export async function systemWith(change: Partial<LinkSystem> = {}): Promise<LinkSystem> {
  return { ...OPERATING_SYSTEM, httpPort: await closedPort(), ...change };
}
