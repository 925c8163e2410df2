import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { datagramIsAuthentic } from '../../../electron/crypto/link-mac.ts';
import { type LinkResponder, startLinkResponder } from '../../../electron/province/link/responder.ts';
import { decodeLinkMessage } from '../../../shared/protocol/link-wire.ts';
import { askCookie, echo, granted, udpClient } from './session-client.ts';

const LOG = { warn: () => {} };
let responder: LinkResponder;

beforeEach(async () => {
  responder = await startLinkResponder({ host: '127.0.0.1', log: LOG });
});
afterEach(() => responder.stop());

describe('the UDP end of the link test', () => {
  it('answers a session with as many bytes, its own times and a MAC of the same key', async () => {
    const grant = granted(responder);
    const client = await udpClient(grant.udpPort);
    const cookie = await askCookie(client, grant);
    const [reply] = await Promise.all([client.next(), client.send(echo(grant, 7, { size: 300, cookie }))]);
    expect(reply.byteLength).toBe(300);
    expect(datagramIsAuthentic(reply, Buffer.from(grant.key, 'base64url'))).toBe(true);
    const message = decodeLinkMessage(reply);
    expect(message).toMatchObject({ type: 'reply', session: grant.id, sequence: 7, sentUs: 1, receivedCount: 1 });
    expect(message!.repliedUs).toBeGreaterThanOrEqual(message!.receivedUs);
    await client.close();
  });

  it('drops and counts whatever no live session sent, and says nothing back', async () => {
    const grant = granted(responder);
    const client = await udpClient(grant.udpPort);
    const own = echo(grant, 1, { cookie: await askCookie(client, grant) });
    const reply = Buffer.from(own);
    reply[3] = 2;
    const junk = [randomBytes(1), randomBytes(51), randomBytes(200), randomBytes(9000), own.subarray(0, 40), reply];
    for (const bytes of junk) await client.send(bytes);
    await client.send(echo(grant, 2, { session: 'ffffffffffffffff' }));
    await client.send(echo(grant, 3, { key: randomBytes(32) }));
    await client.send(echo(grant, 4));
    // Loopback keeps the order: once this one is answered, all before it were seen.
    await Promise.all([client.next(), client.send(own)]);
    await client.send(echo(grant, 4_000_000));
    await expect.poll(() => responder.stats().dropped.replayed).toBe(1);
    expect(client.replies).toHaveLength(1);
    expect(responder.stats().dropped).toMatchObject({ malformed: junk.length, foreign: 1, forged: 1, unproved: 1 });
    await client.close();
  });

  it('answers a replayed datagram no second time', async () => {
    const grant = granted(responder);
    const client = await udpClient(grant.udpPort);
    const cookie = await askCookie(client, grant);
    for (let copy = 0; copy < 5; copy += 1) await client.send(echo(grant, 1, { cookie }));
    const answered = client.next();
    await client.send(echo(grant, 2));
    while (client.replies.length < 2) await (client.replies.length === 0 ? answered : client.next());
    expect(client.replies.map((bytes) => decodeLinkMessage(bytes)?.sequence)).toEqual([1, 2]);
    expect(responder.stats().dropped.replayed).toBe(4);
    await client.close();
  });
});

describe('sessions', () => {
  it('end by themselves; what comes after is foreign', async () => {
    const short = await startLinkResponder({ host: '127.0.0.1', log: LOG, sessionLifeMs: 20 });
    const grant = granted(short);
    expect(grant.lifeMs).toBe(20);
    await expect.poll(() => short.stats().sessions).toBe(0);
    const client = await udpClient(grant.udpPort);
    await client.send(echo(grant, 1));
    await expect.poll(() => short.stats().dropped.foreign).toBe(1);
    expect(client.replies).toHaveLength(0);
    await client.close();
    await short.stop();
  });

  it('are bounded: one more is refused as busy', async () => {
    const small = await startLinkResponder({ host: '127.0.0.1', log: LOG, mostSessions: 2 });
    const [first, second, third] = [small.grant(), small.grant(), small.grant()];
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(third).toEqual({ ok: false, error: { code: 'hub-busy', values: {} } });
    await small.stop();
    expect(small.stats().sessions).toBe(0);
  });
});
