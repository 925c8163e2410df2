import { createHash } from 'node:crypto';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';
import { generate } from 'selfsigned';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { TokenSource } from '../../../electron/point/device-token.ts';
import { createHubClient, type HubClient } from '../../../electron/point/hub-client.ts';
import { ok } from '../../../shared/result.ts';
import { feedOf } from './small-hub.ts';

const QUICK = { connectMs: 1000, totalMs: 300 };
const PATIENT = { connectMs: 5000, totalMs: 10_000 };

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  });
  return (server.address() as AddressInfo).port;
}

function client(url: string, pin: string | null = null, timeouts = PATIENT): HubClient {
  const hub = createHubClient({ url, pin }, async () => ok('token'), timeouts);
  onTestFinished(() => hub.close());
  return hub;
}

async function served(listener: RequestListener): Promise<HubClient> {
  return client(`http://127.0.0.1:${await listen(createHttp(listener))}`);
}

async function failure(hub: HubClient): Promise<unknown> {
  const answer = await hub.feed(null);
  return answer.ok ? 'ok' : answer.error;
}

test('nobody listens there', async () => {
  const server = createTcp();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  expect(await failure(client(`http://127.0.0.1:${port}`))).toEqual({
    code: 'hub-unreachable',
    values: { host: `127.0.0.1:${port}` },
  });
});

test('the name is not known', async () => {
  expect(await failure(client('http://no-such-hub.invalid:8443'))).toMatchObject({
    code: 'hub-unreachable',
    values: { host: 'no-such-hub.invalid:8443' },
  });
});

test('someone listens but never answers', async () => {
  const port = await listen(createTcp());
  expect(await failure(client(`http://127.0.0.1:${port}`, null, QUICK))).toMatchObject({ code: 'hub-timeout' });
});

test('an answer that begins and never ends', async () => {
  const port = await listen(
    createHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    }),
  );
  expect(await failure(client(`http://127.0.0.1:${port}`, null, QUICK))).toMatchObject({ code: 'hub-timeout' });
});

test('the connection is cut in the middle of an answer', async () => {
  const hub = await served((_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{', () => void response.destroy());
  });
  expect(await failure(hub)).toMatchObject({ code: 'hub-unreachable' });
});

test('the caller gives up', async () => {
  const cancel = new AbortController();
  const hub = await served(() => {
    cancel.abort();
  });
  expect(await hub.feed(null, cancel.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test.each([
  ['a log-in page of the network', 200, 'text/html', '<html>Please log in</html>'],
  ['JSON of something else', 200, 'application/json', '{"hello":"world"}'],
  ['a redirection to a log-in page', 302, 'text/html', ''],
  ['a web server without a hub', 404, 'text/html', '<h1>Not Found</h1>'],
  ['an error page', 500, 'text/html', 'oops'],
  ['"not changed" for a feed we do not have', 304, 'text/plain', ''],
])('%s is not a hub', async (_, status, type, body) => {
  const hub = await served((_request, response) => {
    response.writeHead(status, { 'content-type': type, location: 'http://portal.invalid/' }).end(body);
  });
  expect(await failure(hub)).toMatchObject({ code: 'hub-not-a-hub' });
});

test('something that does not speak HTTP is not a hub', async () => {
  const port = await listen(
    createTcp(
      (socket) =>
        void socket
          .on('error', () => undefined)
          .end('SSH-2.0-OpenSSH_9.2\r\n')
          .resume(),
    ),
  );
  expect(await failure(client(`http://127.0.0.1:${port}`))).toMatchObject({ code: 'hub-not-a-hub' });
});

test('a proxy whose hub is away says busy', async () => {
  const hub = await served((_, response) => void response.writeHead(502).end('<h1>Bad Gateway</h1>'));
  expect(await failure(hub)).toMatchObject({ code: 'hub-busy' });
});

test('what the hub says itself comes through', async () => {
  const error = { code: 'device-revoked', values: {} };
  const hub = await served((_, response) => {
    response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
  });
  expect(await failure(hub)).toEqual(error);
});

test('a device whose clock is wrong asks again with the time that the hub told it, once', async () => {
  const asked: (string | undefined)[] = [];
  const error = { code: 'auth-clock', values: { hubTime: 1_769_800_000_000 } };
  const port = await listen(
    createHttp((request, response) => {
      asked.push(request.headers.authorization);
      const right = request.headers.authorization === 'Bearer of 1769800000000';
      response.writeHead(right ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(right ? feedOf() : { error }));
    }),
  );
  const askedWith = async (token: TokenSource) => {
    const hub = createHubClient({ url: `http://127.0.0.1:${port}`, pin: null }, token, PATIENT);
    onTestFinished(() => hub.close());
    return hub.feed(null);
  };
  expect(await askedWith(async (hubTime) => ok(`of ${hubTime ?? 'its own'}`))).toMatchObject({ ok: true });
  expect(await askedWith(async () => ok('of its own'))).toEqual({ ok: false, error });
  expect(asked).toEqual(['Bearer of its own', 'Bearer of 1769800000000', 'Bearer of its own', 'Bearer of its own']);
});

test('the feed is asked for with the tag in hand', async () => {
  const hub = await served((request, response) => {
    if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
    response.writeHead(200, { etag: '"1"', 'content-type': 'application/json' }).end(JSON.stringify(feedOf()));
  });
  expect(await hub.feed(null)).toMatchObject({ ok: true, value: { kind: 'changed', etag: '"1"' } });
  expect(await hub.feed('"1"')).toEqual({ ok: true, value: { kind: 'unchanged' } });
});

let certificate: { readonly key: string; readonly cert: string; readonly pin: string };
beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'localhost' }]);
  const der = Buffer.from(made.cert.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  certificate = { key: made.private, cert: made.cert, pin: createHash('sha256').update(der).digest('base64url') };
});

async function startTls(): Promise<{ url: string; requests: () => number }> {
  let requests = 0;
  const server = createHttps(certificate, (_, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(feedOf()));
  });
  return { url: `https://127.0.0.1:${await listen(server)}`, requests: () => requests };
}

test('the pinned certificate is believed, whoever signed it and whatever name it bears', async () => {
  const { url } = await startTls();
  const hub = client(url, certificate.pin);
  expect((await hub.feed(null)).ok).toBe(true);
  expect((await hub.feed(null)).ok).toBe(true);
});

test('any other certificate is refused before anything is sent', async () => {
  const { url, requests } = await startTls();
  const otherPin = createHash('sha256').update('another').digest('base64url');
  expect(await failure(client(url, otherPin))).toMatchObject({ code: 'hub-wrong-certificate' });
  expect(await failure(client(url))).toMatchObject({ code: 'hub-wrong-certificate' });
  expect(requests()).toBe(0);
});

test('a server without TLS where TLS was promised is not the hub', async () => {
  const port = await listen(createHttp((_, response) => void response.end('{}')));
  expect(await failure(client(`https://127.0.0.1:${port}`, certificate.pin))).toMatchObject({ code: 'hub-not-a-hub' });
});
