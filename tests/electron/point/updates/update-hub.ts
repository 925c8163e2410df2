import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';
import { fingerprintOf, makeCertificate } from '../../../../electron/province/tls.ts';

export interface UpdateHub {
  readonly url: string;
  readonly pin: string;
  /** By name. */
  readonly files: Map<string, Buffer>;
  /** Of each request: its range, or an empty text. */
  readonly asked: string[];
  /** After so many bytes the line breaks. */
  breakAfter: number;
}

/** Serves files over TLS with a certificate of its own making, as a hub does, and breaks the line when told. */
export async function startUpdateHub(): Promise<UpdateHub> {
  const made = await makeCertificate();
  const sockets = new Set<Duplex>();
  const hub = { files: new Map<string, Buffer>(), asked: [] as string[], breakAfter: Number.POSITIVE_INFINITY };
  const server = createServer(made, (request, response) => {
    const range = request.headers.range ?? '';
    hub.asked.push(range);
    const content = hub.files.get(String(request.url).replace('/updates/', ''));
    if (content === undefined) return response.writeHead(404).end();
    const from = Number(/bytes=(\d+)-/.exec(range)?.[1] ?? 0);
    const rest = content.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length });
    if (rest.length <= hub.breakAfter) return response.end(rest);
    response.write(rest.subarray(0, hub.breakAfter), () => request.socket.destroy());
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(hub, { url: `https://127.0.0.1:${port}`, pin: fingerprintOf(made.cert) });
}

export function pinsOf(pin: string) {
  return { accepted: () => [pin], met: () => undefined };
}
