import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { createHubClient } from '../../../electron/point/hub-client.ts';
import { takeLinkTurn } from '../../../electron/point/link-turn.ts';
import { ok } from '../../../shared/result.ts';

const TICKET = 'a'.repeat(32);
const WAITING = { waiting: { ticket: TICKET, place: 2, estimateMs: 5_000 } };
const GRANT = {
  id: '0123456789abcdef',
  key: 'k'.repeat(43),
  udpPort: 7,
  tcpPort: 7,
  lifeMs: 10_000,
  maxBytes: 1_000,
  mostMbps: { down: 50, up: 50 },
};

/** A hub that gives these answers one after the other; `break` ends the connection instead. What it was asked. */
async function hubSaying(...answers: readonly ('break' | object)[]) {
  const asked: unknown[] = [];
  const left = [...answers];
  const server = createServer(async (request, reply) => {
    asked.push(request.method === 'POST' ? await json(request) : request.method);
    const answer = left.shift();
    if (answer === 'break') return void request.socket.destroy();
    reply.setHeader('content-type', 'application/json');
    reply.end(JSON.stringify(answer ?? null));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hub = createHubClient({ url, pin: null }, async () => ok('token'));
  onTestFinished(async () => {
    await hub.close();
    server.closeAllConnections();
    server.close();
  });
  return { hub, asked };
}

const FOREVER = new AbortController().signal;

it('keeps its place over a line that breaks for a moment', async () => {
  const { hub, asked } = await hubSaying(WAITING, 'break', 'break', WAITING, GRANT);
  const places: number[] = [];
  const wantMbps = { down: 30, up: 20 };
  const onWaiting = ({ place }: { place: number }) => places.push(place);
  expect(await takeLinkTurn({ hub, waitMostMs: 60_000 }, FOREVER, { wantMbps, onWaiting })).toEqual(ok(GRANT));
  const again = { ticket: TICKET, wantMbps };
  expect(asked).toEqual([{ wantMbps }, again, again, again, again]);
  expect(places).toEqual([2, 2]);
});

it('says what is wrong when the line stays broken, or was never there', async () => {
  const broken = await hubSaying(WAITING, 'break', 'break', 'break');
  expect(await takeLinkTurn({ hub: broken.hub, waitMostMs: 60_000 }, FOREVER)).toMatchObject({
    error: { code: 'hub-unreachable' },
  });
  const gone = await hubSaying('break');
  expect(await takeLinkTurn({ hub: gone.hub, waitMostMs: 60_000 }, FOREVER)).toMatchObject({
    error: { code: 'hub-unreachable' },
  });
  expect(gone.asked).toHaveLength(1);
});

it('is cancelled while it waits', async () => {
  const { hub } = await hubSaying(WAITING, WAITING, WAITING);
  const cancel = new AbortController();
  const turn = takeLinkTurn({ hub, waitMostMs: 60_000 }, cancel.signal, { onWaiting: () => cancel.abort() });
  expect(await turn).toMatchObject({ error: { code: 'cancelled' } });
});
