import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { contentSecurityPolicy } from '../../../electron/shell/content-security-policy.ts';
import viteConfig from '../../../vite.config.ts';

const TOP = fileURLToPath(new URL('../../..', import.meta.url));
const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
};

export type PageName = 'point' | 'province' | 'setup' | 'gallery';

/** Answers what is not a file; false when it did not. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface Pages {
  readonly url: (page: PageName) => string;
  readonly close: () => Promise<void>;
}

/** Builds a page as it ships and serves it under the content security policy of the windows. */
export async function servePages(names: readonly PageName[], handler: Handler = () => false): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-pages-'));
  await build({
    ...viteConfig,
    // Not by its path: its pages would be built beside these.
    configFile: false,
    logLevel: 'warn',
    build: {
      ...viteConfig.build,
      outDir: folder,
      sourcemap: false,
      minify: false,
      rolldownOptions: { input: names.map((name) => join(TOP, 'renderer', `${name}.html`)) },
    },
  });
  const server = createServer((request, response) => {
    if (!handler(request, response)) void sendFile(folder, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (page) => `http://127.0.0.1:${port}/${page}.html`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sendFile(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const bytes = await readFile(join(folder, pathname)).catch(() => null);
  if (bytes === null) {
    response.writeHead(404).end();
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'content-type': MIME[extname(pathname)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy(nonce),
  });
  response.end(extname(pathname) === '.html' ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : bytes);
}
