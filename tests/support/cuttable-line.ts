import { connect, createServer, type Socket } from 'node:net';

/** One address before a hub, whose line can be cut and mended: a dropped line, not a hub that ended. */
export interface CuttableLine {
  readonly url: string;
  /** Where what comes is handed on to. */
  readonly lead: (port: number) => void;
  readonly cut: () => void;
  readonly mend: () => void;
  readonly stop: () => Promise<void>;
}

export async function openCuttableLine(): Promise<CuttableLine> {
  const open = new Set<Socket>();
  let hubPort = 0;
  let whole = true;
  const keep = (socket: Socket) => {
    open.add(socket);
    // Each is followed by `close`.
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    if (!whole) return client.destroy();
    const hub = connect(hubPort, '127.0.0.1');
    keep(hub);
    client.pipe(hub).pipe(client);
    client.once('close', () => hub.destroy());
    hub.once('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    lead(port) {
      hubPort = port;
    },
    cut() {
      whole = false;
      drop();
    },
    mend() {
      whole = true;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      drop();
      await closed;
    },
  };
}
