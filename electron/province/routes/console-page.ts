import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
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
    // The build puts them beside the files.
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      reply.setHeader('cache-control', cachingOf(path));
      reply.setHeader('vary', 'accept-encoding');
    },
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

/** A file below `assets` has its hash in its name and never changes; another is asked for each time. */
function cachingOf(path: string): string {
  return path.split(sep).at(-2) === 'assets' ? 'public, max-age=31536000, immutable' : 'no-cache';
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
