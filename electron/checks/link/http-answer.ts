import { request } from 'node:http';
import type { Socket } from 'node:net';

const MOST_BYTES = 64 * 1024;

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Where it sends us; null where it does not. */
  readonly location: string | null;
  readonly body: string;
}

/** Asks one `GET` over a connected socket, follows nothing, and closes it. Rejects with the system's error or the signal's reason. */
export function httpAnswer(socket: Socket, host: string, path: string, signal: AbortSignal): Promise<HttpAnswer> {
  return new Promise<HttpAnswer>((resolve, reject) => {
    const asked = request(
      {
        createConnection: () => socket,
        path,
        headers: { host, accept: 'application/json', connection: 'close' },
        signal,
      },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        const done = () =>
          resolve({
            status: answer.statusCode ?? 0,
            contentType: answer.headers['content-type'] ?? '',
            location: answer.headers.location ?? null,
            body,
          });
        answer.on('data', (chunk: string) => {
          body += chunk;
          if (body.length > MOST_BYTES) done();
        });
        answer.once('end', done);
        answer.once('error', reject);
      },
    );
    asked.once('error', reject);
    asked.end();
  }).finally(() => socket.destroy());
}
