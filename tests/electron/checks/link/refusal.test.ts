import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { measureLink } from '../../../../electron/checks/link/probe.ts';
import { createHubClient, type HubClient } from '../../../../electron/point/hub-client.ts';
import { takeLinkTurn } from '../../../../electron/point/link-turn.ts';
import { link } from '../../../../shared/checks/link/check.ts';
import { type LinkNotReached, linkMeasurement } from '../../../../shared/checks/link/measurement.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import type { LinkPlace } from '../../../../shared/protocol/link-session.ts';
import { ok } from '../../../../shared/result.ts';
import { HEALTHY, serve, systemWith } from './doors.ts';

const clients: HubClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

/** A point that asks this service for a session as it would ask its hub. */
async function ask(answer: RequestListener, waitMostMs = 60_000) {
  const hubUrl = `http://127.0.0.1:${await serve(answer)}`;
  const hub = createHubClient({ url: hubUrl, pin: null }, async () => ok('token'));
  clients.push(hub);
  const told: unknown[] = [];
  const outcome = await measureLink({
    hubUrl,
    grant: (signal, asking) => takeLinkTurn({ hub, waitMostMs }, signal, asking),
    signal: new AbortController().signal,
    onProgress: () => {},
    onWaiting: (waiting) => told.push(waiting),
    system: await systemWith({ proxyOf: async () => '10.0.0.9:3128' }),
  });
  if (outcome.kind === 'failed') throw new Error(outcome.failure);
  const measurement = linkMeasurement.parse(outcome.measurement) as LinkNotReached;
  const { verdict } = link.judge(outcome, DEFAULT_POLICY.checks.link);
  return { measurement, verdict, told };
}

function answering(status: number, body: string, contentType: string): RequestListener {
  return (_request, reply) => {
    reply.writeHead(status, { 'content-type': contentType }).end(body);
  };
}

describe('a hub that gives no session', () => {
  const failure = (code: string) => JSON.stringify({ error: { code, values: {} } });
  it.each([
    ['a log-in page in its place', 'portal', 'http-200', answering(200, '<html>Đăng nhập</html>', 'text/html')],
    ['something before it that found it gone', 'hub', 'http-503', answering(503, '<h1>Unavailable</h1>', 'text/html')],
    ['an error of its own', 'hub', 'http-500', answering(500, failure('internal'), 'application/json')],
    ['another service', 'hub', 'hub-not-a-hub', answering(200, '{}', 'application/json')],
    ['a device it has revoked', 'hub', 'device-revoked', answering(403, failure('device-revoked'), 'application/json')],
    ['a hub without room, otherwise well', 'admission', 'hub-busy', busyButWell()],
  ])('%s: %s', async (_what, step, cause, answer) => {
    const { measurement, verdict } = await ask(answer);
    expect(measurement).toMatchObject({ reached: false, step, cause, proxy: '10.0.0.9:3128' });
    expect(verdict).toBe('unmeasured');
  });

  function busyButWell(): RequestListener {
    return (request, reply) => {
      if (request.url === '/api/health') HEALTHY(request, reply);
      else answering(503, failure('hub-busy'), 'application/json')(request, reply);
    };
  }
});

it('gives up waiting when the policy says so, gives its place back, and blames nobody', async () => {
  const asked: string[] = [];
  const waiting: LinkPlace = { waiting: { ticket: 'a'.repeat(32), place: 3, estimateMs: 9_000 } };
  const { measurement, verdict, told } = await ask((request, reply) => {
    asked.push(request.method ?? '');
    reply.setHeader('content-type', 'application/json');
    const answer = request.method === 'POST' ? waiting : null;
    setTimeout(() => reply.end(JSON.stringify(answer)), 20);
  }, 200);
  expect(measurement).toMatchObject({ step: 'admission', cause: 'hub-busy', queue: { placeAtStart: 3 } });
  expect(verdict).toBe('unmeasured');
  expect(told[0]).toEqual({ place: 3, estimateMs: 9_000 });
  expect(told.at(-1)).toBeNull();
  expect(asked.at(-1)).toBe('DELETE');
  expect(asked.length).toBeGreaterThan(2);
});
