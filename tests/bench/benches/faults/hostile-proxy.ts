import { createServer, type Server, Socket } from 'node:net';
import { randomBelow } from './fault-class.ts';

/** What happens to one connection. Offsets are in bytes of the one direction or the other. */
export type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'reset'; readonly direction: 'up' | 'down'; readonly afterBytes: number }
  | { readonly kind: 'silent'; readonly direction: 'up' | 'down'; readonly afterBytes: number }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'lossy'; readonly share: number }
  | { readonly kind: 'portal' }
  | { readonly kind: 'doubled' };

const PAGE = '<!doctype html><title>Wi-Fi</title><form>Log in</form>';
const PORTAL = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${PAGE.length}\r\nconnection: close\r\n\r\n${PAGE}`;

/** Where a connection is cut: before anything, within the request's first line, its headers, its body; the same of the answer. */
const OFFSETS = { up: [0, 8, 150, 600, 2000], down: [0, 9, 120, 900] } as const;

export function someTrouble(): Trouble {
  const direction = randomBelow(2) === 0 ? 'up' : 'down';
  const classes = OFFSETS[direction];
  const afterBytes = (classes[randomBelow(classes.length)] ?? 0) + randomBelow(20);
  const troubles: readonly Trouble[] = [
    { kind: 'reset', direction, afterBytes },
    { kind: 'reset', direction, afterBytes },
    { kind: 'silent', direction, afterBytes },
    { kind: 'refused' },
    { kind: 'slow', delayMs: 5 + randomBelow(60) },
    { kind: 'lossy', share: 0.3 },
    { kind: 'portal' },
    { kind: 'doubled' },
    { kind: 'none' },
  ];
  return troubles[randomBelow(troubles.length)] ?? { kind: 'none' };
}

export interface HostileProxy {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A TCP line to the hub on which `next` decides what happens to each connection. */
export async function startProxy(hubPort: () => number, next: () => Trouble): Promise<HostileProxy> {
  const open = new Set<Socket>();
  const server: Server = createServer((client) => {
    open.add(client);
    client.on('error', () => undefined).on('close', () => open.delete(client));
    carry(client, hubPort(), next(), open);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function carry(client: Socket, hubPort: number, trouble: Trouble, open: Set<Socket>): void {
  if (trouble.kind === 'refused') return void client.resetAndDestroy();
  if (trouble.kind === 'portal') return void client.once('data', () => client.end(PORTAL));
  const hub = connect(hubPort, open);
  hub.on('close', () => client.destroy());
  client.on('close', () => hub.destroy());
  pass(client, hub, client, trouble, 'up');
  pass(hub, client, client, trouble, 'down');
  if (trouble.kind !== 'doubled') return;
  // What the point sends goes to the hub a second time; nobody waits for that answer.
  const again = connect(hubPort, open);
  again.on('data', () => undefined);
  client.on('data', (chunk) => again.writable && again.write(chunk));
  client.on('close', () => again.end());
}

function connect(port: number, open: Set<Socket>): Socket {
  const socket = new Socket().connect(port, '127.0.0.1');
  open.add(socket);
  return socket.on('error', () => undefined).on('close', () => open.delete(socket));
}

function pass(from: Socket, to: Socket, client: Socket, trouble: Trouble, direction: 'up' | 'down'): void {
  let carried = 0;
  // TCP makes up for lost packets by sending them again: what is left of loss is the waiting, and in the end a reset.
  let due = Promise.resolve();
  from.on('data', (chunk: Buffer) => {
    const cutting = (trouble.kind === 'reset' || trouble.kind === 'silent') && trouble.direction === direction;
    if (cutting && carried + chunk.length > trouble.afterBytes) {
      if (carried < trouble.afterBytes) to.write(chunk.subarray(0, trouble.afterBytes - carried));
      carried = trouble.afterBytes;
      if (trouble.kind === 'reset') client.resetAndDestroy();
      return;
    }
    carried += chunk.length;
    const wait = trouble.kind === 'slow' ? trouble.delayMs : trouble.kind === 'lossy' ? lossWait(trouble.share) : 0;
    due = due.then(() => (wait === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, wait))));
    due = due.then(() => void (to.writable && to.write(chunk)));
  });
  from.on('end', () => {
    due = due.then(() => void to.end());
  });
}

/** Milliseconds that a segment waits for its first, second, … sending again. */
function lossWait(share: number): number {
  let wait = 0;
  for (let round = 20; Math.random() < share && wait < 400; round *= 2) wait += round;
  return wait;
}
