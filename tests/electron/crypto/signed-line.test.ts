import { CompactSign, type CryptoKey, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { lineHash, publicKey, signerOf, signLine, verifyLine } from '../../../electron/crypto/signed-line.ts';
import { CHAIN_START, verifyNext } from '../../../electron/crypto/verify-chain.ts';
import { ENTRY_TYP, type JournalEntry } from '../../../shared/events/journal-entry.ts';

let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let others: { privateKey: CryptoKey; publicKey: CryptoKey };
beforeAll(async () => {
  keys = await generateKeyPair('EdDSA', { extractable: true });
  others = await generateKeyPair('EdDSA');
});

const TYP = 'test+jws';
const sign = (value: unknown, key = keys.privateKey, typ = TYP) => signLine(value, key, { typ, kid: 'device-1' });

test('a signed value comes back from its key, and says who signed it', async () => {
  const line = await sign({ name: 'Phường Quy Nhơn' });
  expect(line).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(await verifyLine(line, keys.publicKey, TYP)).toEqual({ name: 'Phường Quy Nhơn' });
  expect(signerOf(line)).toBe('device-1');
  expect(signerOf('no line')).toBeNull();
});

test('any changed character, another key, type or algorithm does not verify', async () => {
  const line = await sign({ a: 1 });
  for (let i = 0; i < line.length - 1; i += 7) {
    const changed = `${line.slice(0, i)}${line[i] === 'A' ? 'B' : 'A'}${line.slice(i + 1)}`;
    expect(await verifyLine(changed, keys.publicKey, TYP)).toBeNull();
  }
  expect(await verifyLine(line, others.publicKey, TYP)).toBeNull();
  expect(await verifyLine(line, keys.publicKey, 'other+jws')).toBeNull();
  const secret = Buffer.from((await exportJWK(keys.publicKey)).x ?? '', 'base64url');
  const confused = await new CompactSign(Buffer.from('{"a":1}'))
    .setProtectedHeader({ alg: 'HS256', typ: TYP })
    .sign(secret);
  expect(await verifyLine(confused, keys.publicKey, TYP)).toBeNull();
  const [, payload] = line.split('.');
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: TYP })).toString('base64url');
  expect(await verifyLine(`${none}.${payload}.`, keys.publicKey, TYP)).toBeNull();
});

test('only an Ed25519 key is a public key', async () => {
  expect(await publicKey(await exportJWK(keys.publicKey))).toMatchObject({ type: 'public' });
  await expect(publicKey({ kty: 'oct', k: 'AAAA' })).rejects.toThrow();
});

test('a line is accepted in its own place of its own device’s chain only', async () => {
  const device = { id: 'device-1', key: keys.publicKey };
  const event = { type: 'manual-answer', meetingId: 'm', itemId: 'i', answer: 'yes', note: '' } as const;
  const entry = (change: Partial<JournalEntry> = {}): JournalEntry => ({
    ...{ v: 1, device: 'device-1', point: '1', seq: 1, prev: 'genesis', at: 1, event },
    ...change,
  });
  const line = (change: Partial<JournalEntry> = {}) => sign(entry(change), keys.privateKey, ENTRY_TYP);
  const first = await line();
  const head = { seq: 1, hash: lineHash(first) };
  expect(await verifyNext(first, CHAIN_START, device)).toMatchObject({ ok: true, value: { hash: head.hash } });
  expect((await verifyNext(await line({ seq: 2, prev: head.hash }), head, device)).ok).toBe(true);

  const codeOf = async (jws: string, after = CHAIN_START) => {
    const next = await verifyNext(jws, after, device);
    return next.ok ? 'ok' : next.error.code;
  };
  expect(await codeOf(first, head)).toBe('journal-bad-chain');
  expect(await codeOf(await line({ seq: 2 }), head)).toBe('journal-bad-chain');
  expect(await codeOf(await line({ seq: 3, prev: head.hash }), head)).toBe('journal-gap');
  expect(await codeOf(await line({ device: 'device-2' }))).toBe('journal-bad-signature');
  expect(await codeOf(await sign(entry(), others.privateKey, ENTRY_TYP))).toBe('journal-bad-signature');
  expect(await codeOf(await sign({ seq: 1 }, keys.privateKey, ENTRY_TYP))).toBe('journal-bad-signature');
});
