import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { inject } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/shell/content-security-policy.ts';
import type { PageName } from '../../support/renderer-pages.ts';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
};

/** Answers what is not a file; false when it did not. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface Pages {
  readonly url: (page: PageName) => string;
  readonly close: () => Promise<void>;
}

let serving: Promise<Server> | undefined;
let answering: Handler = () => false;

/**
 * Serves pages that `tests/support/renderer-pages.ts` built, under the content security policy of the windows. All test files that a
 * process runs have the same address, one after the other: the browser knows its files again.
 */
export async function servePages(handler: Handler = () => false): Promise<Pages> {
  answering = handler;
  serving ??= listen();
  const server = await serving;
  const { port } = server.address() as AddressInfo;
  return {
    url: (page) => `http://127.0.0.1:${port}/${page}.html`,
    async close() {
      answering = () => false;
      server.closeAllConnections();
    },
  };
}

async function listen(): Promise<Server> {
  const folder = inject('pagesFolder');
  const server = createServer((request, response) => {
    if (!answering(request, response)) void sendFile(folder, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function sendFile(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const bytes = await readFile(join(folder, pathname)).catch(() => null);
  if (bytes === null) {
    response.writeHead(404).end();
    return;
  }
  const isPage = extname(pathname) === '.html';
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'content-type': MIME[extname(pathname)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy(nonce),
    // As Chromium keeps what V8 compiled of a file with the file; its name has its contents' hash.
    ...(!isPage && { 'cache-control': 'max-age=31536000, immutable' }),
  });
  response.end(isPage ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : bytes);
}
