import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { helloMac } from '../../../electron/crypto/link-mac.ts';
import { type LinkResponder, startLinkResponder } from '../../../electron/province/link/responder.ts';
import { LINK_SESSION_CONNECTIONS, LINK_SOURCE_BYTES } from '../../../shared/protocol/link-caps.ts';
import { frameOf, splitFrames } from '../../../shared/protocol/link-frames.ts';
import type { LinkGrant } from '../../../shared/protocol/link-session.ts';
import { formatHello, helloText, type LinkStreamMode, parseSinkReport } from '../../../shared/protocol/link-stream.ts';
import { decodeLinkMessage } from '../../../shared/protocol/link-wire.ts';
import { echo, granted, tcpTalk } from './session-client.ts';

const LOG = { warn: () => {} };
let responder: LinkResponder;

beforeEach(async () => {
  responder = await startLinkResponder({ host: '127.0.0.1', log: LOG });
});
afterEach(() => responder.stop());

function hello(grant: LinkGrant, mode: LinkStreamMode, change: { session?: string; key?: Buffer } = {}): string {
  const { session = grant.id, key = Buffer.from(grant.key, 'base64url') } = change;
  const facts = { mode, session, nonce: randomBytes(8).toString('hex') };
  return formatHello({ ...facts, mac: helloMac(helloText(facts), key) });
}

describe('the TCP end of the link test', () => {
  it('closes without a word on whoever does not prove a session', async () => {
    const grant = granted(responder);
    const strangers = [
      'GET / HTTP/1.1\r\n\r\n',
      randomBytes(500),
      hello(grant, 'source', { session: '0000000000000000' }),
      hello(grant, 'source', { key: randomBytes(32) }),
    ];
    for (const text of strangers) expect(await tcpTalk(grant.tcpPort, text)).toHaveLength(0);
    expect(responder.stats().dropped).toMatchObject({ malformed: 2, foreign: 1, forged: 1 });
  });

  it('takes a first line once', async () => {
    const grant = granted(responder);
    const line = hello(grant, 'source');
    expect((await tcpTalk(grant.tcpPort, line)).byteLength).toBeGreaterThan(0);
    expect(await tcpTalk(grant.tcpPort, line)).toHaveLength(0);
    expect(responder.stats().dropped.replayed).toBe(1);
  });

  it('as a source sends its bytes and ends', async () => {
    const grant = granted(responder);
    const said = await tcpTalk(grant.tcpPort, hello(grant, 'source'));
    expect(said.subarray(0, 3).toString()).toBe('ok\n');
    expect(said.byteLength).toBe(3 + LINK_SOURCE_BYTES);
  });

  it('sends no more than the session may carry, over however many connections', async () => {
    const grant = granted(responder);
    let got = 0;
    for (let n = 0; n < 14; n += 1) got += (await tcpTalk(grant.tcpPort, hello(grant, 'source'))).byteLength - 3;
    expect(got).toBeLessThanOrEqual(grant.maxBytes);
    expect(got).toBeGreaterThan(0.9 * grant.maxBytes);
  });

  it('as a sink reports what came, and cuts off a flood', async () => {
    const grant = granted(responder);
    const said = await tcpTalk(
      grant.tcpPort,
      Buffer.concat([Buffer.from(hello(grant, 'sink')), randomBytes(13_000_000)]),
    );
    const [ok, ...lines] = said.toString().trimEnd().split('\n');
    expect(ok).toBe('ok');
    const bytes = lines.map((line) => parseSinkReport(line)?.bytes ?? Number.NaN);
    expect([...bytes].sort((a, b) => a - b)).toEqual(bytes);
    expect(bytes.at(-1)).toBeLessThanOrEqual(grant.maxBytes);
    expect(responder.stats().dropped['over-cap']).toBe(1);
  });

  it('as an echo answers datagrams and closes on the first wrong one', async () => {
    const grant = granted(responder);
    const talk = [Buffer.from(hello(grant, 'echo')), frameOf(echo(grant, 1)), frameOf(echo(grant, 2))];
    const wrong = frameOf(echo(grant, 3, { key: randomBytes(32) }));
    const said = await tcpTalk(grant.tcpPort, Buffer.concat([...talk, wrong]));
    const replies = splitFrames().push(said.subarray(3));
    expect(replies.map((bytes) => bytes && decodeLinkMessage(bytes)?.sequence)).toEqual([1, 2]);
  });

  it('holds a session to its connections, and drops them with it', async () => {
    const grant = granted(responder);
    const sockets = Array.from({ length: LINK_SESSION_CONNECTIONS + 1 }, () => connect(grant.tcpPort, '127.0.0.1'));
    const closed = sockets.map((socket) => new Promise((done) => socket.on('error', () => {}).once('close', done)));
    for (const socket of sockets) socket.resume().write(hello(grant, 'sink'));
    await expect.poll(() => responder.stats().dropped['over-cap']).toBe(1);
    await responder.stop();
    await Promise.all(closed);
  });
});
