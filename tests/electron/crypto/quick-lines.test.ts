import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { signQuickly, verifyQuickly } from '../../../electron/crypto/quick-lines.ts';
import { signLine, verifyLine } from '../../../electron/crypto/signed-line.ts';
import { type PublicKeyJwk, publicKeyJwk } from '../../../shared/protocol/enrolment.ts';

const TYP = 'test+jws';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let jwk: PublicKeyJwk;
let other: PublicKeyJwk;
let line: string;

beforeAll(async () => {
  keys = await generateKeyPair('EdDSA');
  jwk = publicKeyJwk.parse(await exportJWK(keys.publicKey));
  other = publicKeyJwk.parse(await exportJWK((await generateKeyPair('EdDSA')).publicKey));
  line = await signLine({ name: 'Phường Quy Nhơn' }, keys.privateKey, { typ: TYP, kid: 'device-1' });
});

describe('a line verified quickly', () => {
  it('says what it says to the other verifier, again and again', async () => {
    for (let i = 0; i < 3; i += 1) expect(await verifyQuickly(line, jwk, TYP)).toEqual({ name: 'Phường Quy Nhơn' });
    expect(await verifyLine(line, keys.publicKey, TYP)).toEqual({ name: 'Phường Quy Nhơn' });
  });

  it('is signed quickly just as by the other signer', async () => {
    const header = { typ: TYP, kid: 'hub-1' };
    const value = { seq: 3, note: 'biên nhận' };
    expect(await signQuickly(value, keys.privateKey, header)).toBe(await signLine(value, keys.privateKey, header));
  });

  it('does not verify with any changed character, the last one of the signature included', async () => {
    for (let i = 0; i < line.length; i += 1) {
      if (i % 5 !== 0 && i < line.length - 2) continue;
      // The next letter of base64url: at an end it may differ only in bits that are not part of any byte.
      const letter = LETTERS[(LETTERS.indexOf(line[i] ?? '') + 1) % LETTERS.length];
      expect(await verifyQuickly(`${line.slice(0, i)}${letter}${line.slice(i + 1)}`, jwk, TYP)).toBeNull();
    }
  });

  it.each(['', '.', '..', 'a.b', 'a.b.c.d', 'no line'])('is none: "%s"', async (text) => {
    expect(await verifyQuickly(text, jwk, TYP)).toBeNull();
  });

  it('does not verify with more characters, padding, another part, key or type', async () => {
    // The last one: letters that are the signed ones but for their upper byte.
    const wide = [...line].map((letter, i) =>
      i > 0 && i < 9 ? String.fromCharCode(letter.charCodeAt(0) + 256) : letter,
    );
    for (const text of [`${line}=`, `${line}.`, ` ${line}`, `${line}\n`, line.replace('.', '. '), wide.join('')])
      expect(await verifyQuickly(text, jwk, TYP)).toBeNull();
    expect(await verifyQuickly(line, other, TYP)).toBeNull();
    expect(await verifyQuickly(line, jwk, 'other+jws')).toBeNull();
  });

  it('does not verify with another algorithm or an extension nobody here understands', async () => {
    const [, payload, signature] = line.split('.');
    for (const header of [{ alg: 'none' }, { alg: 'HS256' }, { alg: 'EdDSA', crit: ['b64'], b64: false }]) {
      const text = Buffer.from(JSON.stringify({ typ: TYP, ...header })).toString('base64url');
      expect(await verifyQuickly(`${text}.${payload}.${signature}`, jwk, TYP)).toBeNull();
    }
  });
});
