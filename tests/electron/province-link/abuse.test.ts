import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealDatagram } from '../../../electron/crypto/link-mac.ts';
import { type LinkResponder, startLinkResponder } from '../../../electron/province/link/responder.ts';
import { LINK_SESSION_PROOFS } from '../../../shared/protocol/link-caps.ts';
import { decodeFlow } from '../../../shared/protocol/link-flow-wire.ts';
import { LINK_PACE_BYTES, LINK_PROVE_BYTES, writePace } from '../../../shared/protocol/link-pace.ts';
import type { LinkGrant } from '../../../shared/protocol/link-session.ts';
import { decodeLinkMessage } from '../../../shared/protocol/link-wire.ts';
import { askCookie, echo, flowDatagram, granted, udpClient } from './session-client.ts';

let responder: LinkResponder;
beforeEach(async () => {
  responder = await startLinkResponder({ host: '127.0.0.1', log: { warn: () => {} } });
});
afterEach(() => responder.stop());

const NO_COOKIE = new Uint8Array(8);
const PACE = { kbps: 2_000, burst: 5, packetBytes: 1_000, mostPackets: 20, mostMs: 1_000, even: false };

function pace(
  grant: LinkGrant,
  cookie: Uint8Array,
  change: { run?: number; step?: number; pace?: Partial<typeof PACE> } = {},
) {
  const { run = 1, step = 1 } = change;
  return flowDatagram(grant, { type: 'pace', run, step }, LINK_PACE_BYTES, (bytes) => {
    writePace(bytes, cookie, { ...PACE, ...change.pace });
  });
}

/** Until nothing comes any more. */
async function silence({ replies }: { readonly replies: readonly Buffer[] }): Promise<void> {
  let before = -1;
  const stood = () => {
    const same = before === replies.length;
    before = replies.length;
    return same;
  };
  await expect.poll(stood, { interval: 150, timeout: 10_000 }).toBe(true);
}

const settled = (count: () => number) => expect.poll(count, { interval: 60 });
const dropped = () => responder.stats().dropped;
/** Every socket of this process. */
const sockets = () => process.getActiveResourcesInfo().filter((name) => /^(TCP|UDP)/i.test(name)).length;

describe('an address that has not proved that it receives', () => {
  it('gets nothing for what a session’s owner sends from it but a challenge as long as the question', async () => {
    const grant = granted(responder);
    const client = await udpClient(grant.udpPort);
    await client.send(echo(grant, 1));
    await client.send(echo(grant, 2, { cookie: randomBytes(8) }));
    await client.send(pace(grant, NO_COOKIE));
    await client.send(pace(grant, randomBytes(8), { run: 2 }));
    await client.send(flowDatagram(grant, { type: 'data', run: 3 }, 1_400));
    await client.send(flowDatagram(grant, { type: 'finish', run: 3 }, 1_400));
    await expect.poll(() => dropped().unproved).toBe(6);
    const [answer] = await Promise.all([
      client.next(),
      client.send(flowDatagram(grant, { type: 'prove' }, LINK_PROVE_BYTES)),
    ]);
    expect(client.replies).toEqual([answer]);
    expect(decodeFlow(answer)?.type).toBe('challenge');
    expect(answer.byteLength).toBe(LINK_PROVE_BYTES);
    await client.close();
  });

  it('is challenged a few times a session only, and never by a shorter question', async () => {
    const grant = granted(responder);
    const client = await udpClient(grant.udpPort);
    await client.send(flowDatagram(grant, { type: 'prove' }, LINK_PROVE_BYTES - 1));
    for (let n = 0; n < 3 * LINK_SESSION_PROOFS; n += 1) {
      await client.send(flowDatagram(grant, { type: 'prove', sequence: n }, LINK_PROVE_BYTES));
    }
    await expect.poll(() => dropped()['over-cap']).toBe(1 + 3 * LINK_SESSION_PROOFS - (LINK_SESSION_PROOFS - 1));
    expect(client.replies).toHaveLength(LINK_SESSION_PROOFS - 1);
    await client.close();
  });

  it('cannot use the cookie of another one, nor a replayed grant: the first that proved itself keeps the session', async () => {
    const grant = granted(responder);
    const owner = await udpClient(grant.udpPort);
    const other = await udpClient(grant.udpPort);
    const cookie = await askCookie(owner, grant);
    await other.send(echo(grant, 1, { cookie }));
    await expect.poll(() => dropped().unproved).toBe(1);
    await Promise.all([owner.next(), owner.send(echo(grant, 2, { cookie }))]);
    const ownCookie = await askCookie(other, grant);
    await other.send(echo(grant, 3, { cookie: ownCookie }));
    await other.send(pace(grant, ownCookie));
    await expect.poll(() => dropped().unproved).toBe(3);
    expect(other.replies).toHaveLength(0);
    await Promise.all([owner.close(), other.close()]);
  });
});

describe('a flow to a proved address', () => {
  it('is what was asked for, once: a replayed pace moves nothing', async () => {
    const grant = granted(responder);
    const client = await udpClient(grant.udpPort);
    const asked = pace(grant, await askCookie(client, grant));
    await client.send(asked);
    await settled(() => client.replies.length).toBe(PACE.mostPackets);
    for (let copy = 0; copy < 5; copy += 1) await client.send(asked);
    await Promise.all([client.next(), client.send(echo(grant, 9))]);
    const types = client.replies.map((bytes) => decodeFlow(bytes)?.type ?? decodeLinkMessage(bytes)?.type);
    expect(types).toEqual([...Array.from({ length: PACE.mostPackets }, () => 'data'), 'reply']);
    await client.close();
  });

  it('ends at the session’s share of data however much is asked for', async () => {
    const grant = granted(responder);
    const client = await udpClient(grant.udpPort);
    const cookie = await askCookie(client, grant);
    const greedy = { kbps: 4_000_000, burst: 65_535, packetBytes: 1_400, mostPackets: 4_000_000, mostMs: 65_535 };
    const total = () => client.replies.reduce((sum, { byteLength }) => sum + byteLength, 0);
    for (let run = 1; run <= 4; run += 1) {
      await client.send(pace(grant, cookie, { run, pace: greedy }));
      await silence(client);
    }
    expect(total()).toBeGreaterThan(0.3 * grant.maxBytes);
    expect(total()).toBeLessThanOrEqual(grant.maxBytes);
    await client.close();
  });

  it('ends with its session', async () => {
    const short = await startLinkResponder({ host: '127.0.0.1', log: { warn: () => {} }, sessionLifeMs: 150 });
    const grant = granted(short);
    const client = await udpClient(grant.udpPort);
    const endless = { kbps: 200, burst: 0, mostPackets: 9_000, mostMs: 3_000 };
    await client.send(pace(grant, await askCookie(client, grant), { pace: endless }));
    await client.next();
    await expect.poll(() => short.stats().sessions).toBe(0);
    const seen = client.replies.length;
    await client.send(echo(grant, 1));
    await expect.poll(() => short.stats().dropped.foreign).toBe(1);
    expect(client.replies.length).toBeLessThanOrEqual(seen + 1);
    await client.close();
    await short.stop();
  });
});

it('bears 100,000 random, oversized and forged datagrams: all dropped and counted, memory and sockets bounded', async () => {
  const grant = granted(responder);
  const client = await udpClient(grant.udpPort);
  const cookie = await askCookie(client, grant);
  const forged = flowDatagram(grant, { type: 'data', run: 1 }, 1_400);
  sealDatagram(forged, randomBytes(32));
  const kinds = [() => randomBytes(1 + Math.floor(1_399 * Math.random())), () => randomBytes(9_000), () => forged];
  const heldBefore = sockets();
  let heapBefore = 0;
  for (let batch = 0; batch < 1_000; batch += 1) {
    const make = kinds[batch % kinds.length] ?? randomBytes;
    for (let n = 0; n < 99; n += 1) void client.send(make(n));
    await client.send(make(99));
    // Between batches, so that the kernel's buffer never overflows: it is still at its work.
    await Promise.all([client.next(), client.send(echo(grant, batch, { cookie }))]);
    if (batch === 99) heapBefore = process.memoryUsage().heapUsed;
  }
  const { malformed, forged: forgeries, foreign } = dropped();
  expect(malformed + forgeries + foreign).toBe(100_000);
  expect(client.replies).toHaveLength(1_000);
  expect(responder.stats().sessions).toBe(1);
  expect(sockets()).toBe(heldBefore);
  expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(64_000_000);
  await client.close();
});

it('gives no more sessions for a grant that is asked for without end, and all of them end by themselves', async () => {
  const small = await startLinkResponder({
    host: '127.0.0.1',
    log: { warn: () => {} },
    mostSessions: 8,
    sessionLifeMs: 200,
  });
  const asked = Array.from({ length: 1_000 }, () => small.grant());
  expect(asked.filter(({ ok }) => ok)).toHaveLength(8);
  await expect.poll(() => small.stats().sessions).toBe(0);
  await small.stop();
});
