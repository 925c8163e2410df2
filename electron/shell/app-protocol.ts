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

/** Serves one host of `app://` from `folder`, and nothing outside it; `/api/…` is answered by `api`. */
export function serveApp(session: Session, host: WindowHost, folder: string, api: ServeApi): void {
  session.protocol.handle(SCHEME, (request) => {
    const { pathname } = new URL(request.url);
    if (isOf(host, request.url) && pathname.startsWith('/api/')) return api(request);
    const { statusCode, headers, data } = fileOf(host, folder, request.url);
    return new Response(data, { status: statusCode, headers });
  });
}

/**
 * Serves files alone. By the older of Electron's two ways: `handle` loads Node's whole HTTP client for its requests and answers and
 * passes every byte through them, a twentieth of a second before the window's page can begin. `onServed` is told of each file.
 */
export function serveFiles(
  session: Session,
  host: WindowHost,
  folder: string,
  onServed: (pathname: string) => void,
): void {
  session.protocol.registerBufferProtocol(SCHEME, ({ url }, answer) => {
    answer(fileOf(host, folder, url));
    onServed(new URL(url).pathname);
  });
}

/** Hands requests to the hub, so the console in the application is the very page a browser gets from the hub. */
export function passOnTo(hubUrl: string): ServeApi {
  return (request) => {
    const { pathname, search } = new URL(request.url);
    return passOn(request, new URL(pathname + search, hubUrl));
  };
}

interface ServedFile {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly mimeType: string;
  readonly data: Buffer;
}

function fileOf(host: WindowHost, folder: string, url: string): ServedFile {
  const file = normalize(join(folder, decodeURIComponent(new URL(url).pathname)));
  const type = MIME[extname(file)];
  const bytes = isOf(host, url) && file.startsWith(folder + sep) && type !== undefined ? readWhole(file) : null;
  if (type === undefined || bytes === null) return NOT_FOUND;
  const mimeType = type.replace(/;.*/, '');
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  if (extname(file) !== '.html') return { statusCode: 200, headers, mimeType, data: bytes };
  const nonce = randomBytes(16).toString('base64');
  return {
    statusCode: 200,
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    mimeType,
    data: Buffer.from(bytes.toString('utf8').replaceAll(NONCE_MARK, nonce)),
  };
}

const NOT_FOUND: ServedFile = { statusCode: 404, headers: {}, mimeType: 'text/plain', data: Buffer.from('not found') };

function isOf(host: WindowHost, url: string): boolean {
  return new URL(url).host === host;
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
