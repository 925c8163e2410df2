import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { HubDeps } from '../deps.ts';

const PAGE = 'province.html';
/** What the page has in the place of the nonce. */
const NONCE_MARK = '__CSP_NONCE__';

/** The console's page at `/` and its files beside it; nothing at all where there is no build of it. */
export async function consolePage(app: FastifyInstance, { consoleDir }: HubDeps): Promise<void> {
  if (consoleDir === null) return;
  await app.register(fastifyStatic, {
    root: consoleDir,
    index: false,
    dotfiles: 'ignore',
    allowedPath: (path) => !path.endsWith('.html'),
  });
  app.get('/', async (_request, reply) => {
    const html = await readFile(join(consoleDir, PAGE), 'utf8');
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .send(html.replaceAll(NONCE_MARK, nonce));
  });
}

/** Scripts from our own files only; the component library's styles carry the nonce. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
