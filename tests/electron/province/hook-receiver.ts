import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A real receiver of webhooks on this machine. What it does with the next requests is said before: a status, or `reset`. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** Answers to come, the next first; 204 when none is left. */
  readonly answers: (number | 'reset')[];
}

export async function receiveHooks(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: (number | 'reset')[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      const answer = answers.shift() ?? 204;
      if (answer === 'reset') (request.socket as Socket).resetAndDestroy();
      else response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, answers };
}
