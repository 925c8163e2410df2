import { connect, createServer, type Socket } from 'node:net';

/** Before several hubs, as a province's balancer: one address, connections handed round, none to a hub that takes none. */
export interface Balancer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The first connection goes to the first of the ports. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let next = 0;
  const server = createServer((client) => {
    keep(client);
    const first = next++;
    const tryNext = (tried: number) => {
      const port = ports[(first + tried) % ports.length];
      if (port === undefined || tried === ports.length) return client.destroy();
      const hub = connect(port, '127.0.0.1');
      keep(hub);
      let connected = false;
      hub.once('connect', () => {
        connected = true;
        client.pipe(hub).pipe(client);
        client.once('close', () => hub.destroy());
      });
      hub.once('close', () => (connected ? client.destroy() : tryNext(tried + 1)));
    };
    tryNext(0);
  });
  const keep = (socket: Socket) => {
    open.add(socket);
    // Each is followed by `close`.
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the balancer listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
