import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { net, protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';

const SCHEME = 'app';
const NONCE_MARK = '__CSP_NONCE__';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Must run before the application is ready: makes `app://` a secure, standard origin. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

export type WindowHost = 'point' | 'province' | 'setup';

/** Answers what stands under `/api/`. */
export type ServeApi = (request: Request) => Promise<Response>;

export function originOf(host: WindowHost): string {
  return `${SCHEME}://${host}`;
}

export function pageOf(host: WindowHost): string {
  return `${originOf(host)}/${host}.html`;
}

/** Serves one host of `app://` from `folder`, and nothing outside it; `/api/…` is answered by `api`, where the page has one. */
export function serveApp(session: Session, host: WindowHost, folder: string, api: ServeApi | null): void {
  session.protocol.handle(SCHEME, (request) => {
    const url = new URL(request.url);
    if (url.host !== host) return new Response('not found', { status: 404 });
    if (api !== null && url.pathname.startsWith('/api/')) return api(request);
    return serveFile(folder, url.pathname);
  });
}

/** Hands requests to the hub, so the console in the application is the very page a browser gets from the hub. */
export function passOnTo(hubUrl: string): ServeApi {
  return (request) => {
    const { pathname, search } = new URL(request.url);
    return passOn(request, new URL(pathname + search, hubUrl));
  };
}

function serveFile(folder: string, pathname: string): Response {
  const file = normalize(join(folder, decodeURIComponent(pathname)));
  if (!file.startsWith(folder + sep)) return new Response('not found', { status: 404 });
  const type = MIME[extname(file)];
  const bytes = type === undefined ? null : readWhole(file);
  if (type === undefined || bytes === null) return new Response('not found', { status: 404 });
  if (extname(file) !== '.html')
    return new Response(bytes, {
      headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
    });
  const nonce = randomBytes(16).toString('base64');
  return new Response(bytes.toString('utf8').replaceAll(NONCE_MARK, nonce), {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
    },
  });
}

/** At once: while the application starts, an answer that waits for its turn waits for all that is being opened. Null: not there. */
function readWhole(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

async function passOn(request: Request, target: URL): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.delete('origin');
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers,
    signal: request.signal,
    duplex: 'half',
  };
  if (request.body !== null) init.body = request.body;
  return net.fetch(target.href, { ...init, bypassCustomProtocolHandlers: true });
}
