import { Agent, type Dispatcher, EventSource, fetch, type MessageEvent } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { liveUpdate, readinessReport } from '../../shared/protocol/console.ts';
import { pushResponse } from '../../shared/protocol/entries.ts';
import { countEntries } from '../bench/fleet/count.ts';
import { type FleetPoint, makeFleet } from '../bench/fleet/make-fleet.ts';
import { furnish, type Hub, type Province } from '../bench/fleet/province.ts';
import { MEETING } from '../bench/fleet/record.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { type Balancer, startBalancer } from '../support/tcp-balancer.ts';

const POINTS = 12;
const ROUNDS = 4;
/** Pushes of a meeting's record; the first has the check. */
const PARTS = 3;

const bin = findPostgres();
const name = 'one of two hubs on one PostgreSQL, killed while points send';
const skipped = `${name}: SKIPPED, the Debian package postgresql is not installed`;

describe.skipIf(bin === null)(bin === null ? skipped : name, () => {
  const fleet = makeFleet(POINTS, ROUNDS, true);
  const made = fleet.map(({ code, id, key, head, pushes }) => ({
    ...{ code, id, key, head },
    entries: pushes.reduce((sum, { entries }) => sum + entries, 0),
  }));
  let server: PostgresServer;
  let province: Province;
  let hubs: readonly Hub[];
  let balancer: Balancer;

  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
    province = await furnish(root, await server.newDatabase(), made);
    hubs = await Promise.all([province.startHub(), province.startHub()]);
    balancer = await startBalancer(hubs.map(({ url }) => Number(new URL(url).port)));
  });
  afterAll(async () => {
    await balancer?.stop();
    for (const hub of hubs ?? []) await hub.end('SIGKILL');
    await province?.remove();
    await server?.stop();
  });

  it('loses nothing, and an open console connects again and shows all of it', async () => {
    // The first connection: to the hub that will be killed.
    const watched = await openConsole(balancer.url, province.cookie);
    const total = POINTS * ROUNDS * PARTS;
    let acknowledged = 0;
    let unanswered = 0;
    let killed: Promise<void> | null = null;
    const sendAll = async (point: FleetPoint) => {
      for (const { body, entries } of point.pushes) {
        for (;;) {
          const answer = await push(balancer.url, point.token(province.hubId, Math.floor(Date.now() / 1000)), body);
          if (answer !== null) {
            expect(answer.accepted + answer.duplicates).toBe(entries);
            break;
          }
          unanswered += 1;
        }
        acknowledged += 1;
        if (acknowledged >= total / 3) killed ??= hubs[0]?.end('SIGKILL') ?? null;
      }
    };
    await Promise.all(fleet.map(sendAll));
    await killed;
    expect(killed).not.toBeNull();
    expect(acknowledged).toBe(total);
    expect(await countEntries(province.db, made)).toEqual({ lost: 0, doubled: 0 });
    expect(unanswered).toBeGreaterThan(0);

    const last = fleet.map(({ code, pushes }) => [code, pushes[PARTS * (ROUNDS - 1)]?.at]);
    await expect.poll(() => watched.shown(), { timeout: 30_000 }).toEqual(Object.fromEntries(last));
    expect(watched.opened()).toBeGreaterThan(1);
    watched.close();
  });
});

/** Null when the hub died before it answered. */
async function push(url: string, token: string, body: string) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/point/entries`, { method: 'POST', headers, body }).catch(() => null);
  const said: unknown = await answer?.json().catch(() => null);
  return said == null ? null : pushResponse.parse(said);
}

/** As the console's page does it: a stream that connects again by itself, and the table read whenever it opens. */
async function openConsole(url: string, cookie: string) {
  const shown: Record<string, number | null> = {};
  let opened = 0;
  const show = ({ point, lastRunAt }: { point: { code: string }; lastRunAt: number | null }) => {
    shown[point.code] = Math.max(shown[point.code] ?? 0, lastRunAt ?? 0);
  };
  const source = new EventSource(`${url}/api/console/live`, { dispatcher: withCookie(cookie) });
  source.addEventListener('readiness', (event) => {
    show(liveUpdate.parse(JSON.parse(String((event as MessageEvent).data))).row);
  });
  await new Promise<void>((resolve) => {
    source.addEventListener('open', () => {
      opened += 1;
      resolve();
      void readTable();
    });
  });
  async function readTable(): Promise<void> {
    const answer = await fetch(`${url}/api/console/meetings/${MEETING}/readiness`, { headers: { cookie } });
    for (const row of readinessReport.parse(await answer.json()).rows) show(row);
  }
  return { shown: () => shown, opened: () => opened, close: () => source.close() };
}

/** A browser sends it by itself. */
function withCookie(cookie: string): Dispatcher {
  return new Agent().compose((dispatch) => (options, handler) => {
    return dispatch({ ...options, headers: { ...(options.headers as Record<string, string>), cookie } }, handler);
  });
}
