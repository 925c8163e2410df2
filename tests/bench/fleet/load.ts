/** The load generator: a process of its own, so that what it costs is not the hub's. Told what to do by its parent. */
import { Pool } from 'undici';
import { z } from 'zod';
import { pushResponse } from '../../../shared/protocol/entries.ts';
import { type FleetPoint, makeFleet } from './make-fleet.ts';
import type { Order, Outcome } from './orders.ts';
import { watchConsole } from './watch-console.ts';

/** Tokens are good for some minutes around their hour: signed ahead with the latest hour a hub forgives. */
const AHEAD_SECONDS = 110;
const ANSWER_MS = 60_000;

let fleet: FleetPoint[] = [];
let fleetOf = '';

// Whoever gives the orders is gone.
process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
  void obey(order).then((said) => process.send?.(said));
});

async function obey(order: Order): Promise<unknown> {
  if (order.kind === 'make') {
    const of = `${order.points} ${order.rounds} ${order.parted} ${order.senders}`;
    if (of !== fleetOf) fleet = makeFleet(order.points, order.rounds, order.parted, order.senders);
    fleetOf = of;
    return fleet.map(({ code, id, key, head, pushes }) => ({
      ...{ code, id, key, head },
      entries: pushes.reduce((sum, { entries }) => sum + entries, 0),
    }));
  }
  return send(order);
}

async function send({ urls, hubId, cookie, spreadMs, atOnce }: Extract<Order, { kind: 'send' }>): Promise<Outcome> {
  const pools = urls.map(
    (url) => new Pool(url, { connections: 128, headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS }),
  );
  const iat = Math.floor(Date.now() / 1000) + AHEAD_SECONDS;
  const tokens = fleet.map((point) => point.pushes.map(() => point.token(hubId, iat)));
  const consoles = await watchConsole(urls, cookie);
  const receiptMs: number[] = [];
  let failed = 0;
  let doubled = 0;
  const push = async (index: number, number: number) => {
    const point = fleet[index];
    const what = point?.pushes[number];
    if (!point || !what) return;
    const sent = performance.now();
    consoles.expect(point.code, what.at, sent);
    try {
      const pool = pools[index % pools.length] as Pool;
      const authorization = `Bearer ${tokens[index]?.[number]}`;
      const answer = await pool.request({
        ...{ method: 'POST', path: '/api/point/entries', body: what.body },
        headers: { 'content-type': 'application/json', authorization },
      });
      const body = await answer.body.json();
      const read = z
        .object({ status: z.literal(200), body: pushResponse })
        .safeParse({ status: answer.statusCode, body });
      if (!read.success) throw new Error(`${answer.statusCode} ${JSON.stringify(body)}`);
      receiptMs.push(performance.now() - sent);
      doubled += what.entries - read.data.body.accepted;
    } catch (error) {
      failed += 1;
      if (failed === 1) process.stderr.write(`a push failed: ${String(error)}\n`);
    }
  };
  const start = performance.now();
  await (spreadMs > 0 ? spread(push, spreadMs) : inTurns(push, atOnce));
  const seconds = (performance.now() - start) / 1000;
  const visibleMs = await consoles.end();
  await Promise.all(pools.map((pool) => pool.close()));
  return { seconds, failed, notNew: doubled, receiptMs, visibleMs };
}

type PushOne = (index: number, number: number) => Promise<void>;

/** As points do: each of its pushes at some moment of its part of the time, whether or not the hub keeps up. */
async function spread(push: PushOne, spreadMs: number): Promise<void> {
  const all = fleet.map(async ({ pushes }, index) => {
    const part = spreadMs / pushes.length;
    const start = performance.now();
    for (const number of pushes.keys()) {
      const due = start + part * (number + Math.random());
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await push(index, number);
    }
  });
  await Promise.all(all);
}

/** As fast as the hub takes them, so many at once. */
async function inTurns(push: PushOne, atOnce: number): Promise<void> {
  const rounds = Math.max(...fleet.map(({ pushes }) => pushes.length));
  for (let number = 0; number < rounds; number += 1) {
    let next = 0;
    const one = async () => {
      while (next < fleet.length) await push(next++, number);
    };
    await Promise.all(Array.from({ length: atOnce }, one));
  }
}
