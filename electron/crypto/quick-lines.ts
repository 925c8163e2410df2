import { createPublicKey, KeyObject, sign, verify } from 'node:crypto';
import type { CryptoKey } from 'jose';
import type { PublicKeyJwk } from '../../shared/protocol/enrolment.ts';
import { ALG } from './signed-line.ts';

/** Keys kept ready: more than the devices that send at the same time. */
const MOST_KEYS = 20_000;
const SIGNATURE_BYTES = 64;

const keys = new Map<string, KeyObject>();

/**
 * The JSON value of a line, or null, as `verifyLine` of `signed-line.ts` says it, at two thirds of the cost: for the hub, which
 * verifies every line of a country. The signature on the thread pool, so that the hub goes on with other requests; each key
 * imported once. Which key a device has is for the caller to look up: nothing here outlives a revocation.
 */
export async function verifyQuickly(line: string, jwk: PublicKeyJwk, typ: string): Promise<unknown> {
  const [header, payload, signature, ...more] = line.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return null;
  const bytes = signatureOf(signature);
  if (bytes === null || !headerHolds(header, typ)) return null;
  // As UTF-8: cut to one byte, another letter could pass for the one that was signed.
  const signed = Buffer.from(line.slice(0, header.length + 1 + payload.length), 'utf8');
  if (!(await verified(signed, keyOf(jwk), bytes))) return null;
  return parsed(payload);
}

function keyOf(jwk: PublicKeyJwk): KeyObject {
  const known = keys.get(jwk.x);
  if (known) return known;
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  const [oldest] = keys.keys();
  if (keys.size >= MOST_KEYS && oldest !== undefined) keys.delete(oldest);
  keys.set(jwk.x, key);
  return key;
}

/** As `signLine` of `signed-line.ts`, at a third of the cost: a hub signs a receipt for every push. */
export async function signQuickly(
  value: unknown,
  key: CryptoKey,
  header: { readonly typ: string; readonly kid: string },
): Promise<string> {
  const signed = `${encoded({ alg: ALG, ...header })}.${encoded(value)}`;
  const signature = await new Promise<Buffer>((resolve, reject) => {
    const done = (error: Error | null, bytes: Buffer) => (error ? reject(error) : resolve(bytes));
    sign(null, Buffer.from(signed, 'latin1'), signingKeyOf(key), done);
  });
  return `${signed}.${signature.toString('base64url')}`;
}

const signingKeys = new WeakMap<CryptoKey, KeyObject>();

function signingKeyOf(key: CryptoKey): KeyObject {
  const known = signingKeys.get(key);
  if (known) return known;
  const made = KeyObject.from(key);
  signingKeys.set(key, made);
  return made;
}

function encoded(json: unknown): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

/** An extension that must be understood (`crit`) is none of ours. */
function headerHolds(text: string, typ: string): boolean {
  const header = parsed(text);
  if (typeof header !== 'object' || header === null) return false;
  const { alg, typ: stated, crit } = header as Readonly<Record<string, unknown>>;
  return alg === ALG && stated === typ && crit === undefined;
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

/** Strictly: Node itself skips what is no base64url, and then two lines with different hashes would hold the same signature. */
function signatureOf(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.length === SIGNATURE_BYTES && bytes.toString('base64url') === part ? bytes : null;
}

function verified(signed: Buffer, key: KeyObject, signature: Buffer): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, signed, key, signature, (error, holds) => (error ? reject(error) : resolve(holds)));
  });
}
