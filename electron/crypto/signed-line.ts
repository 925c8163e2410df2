import { createHash } from 'node:crypto';
import {
  base64url,
  CompactSign,
  type CryptoKey,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from 'jose';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const ALG = 'EdDSA';

/** Signs a JSON value as a compact JWS (Ed25519). `kid` names the signer. */
export async function signLine(value: unknown, key: CryptoKey, header: { typ: string; kid: string }): Promise<string> {
  return new CompactSign(encoder.encode(JSON.stringify(value))).setProtectedHeader({ alg: ALG, ...header }).sign(key);
}

/** The JSON value of a line, or null when its signature, algorithm or `typ` is not as expected. */
export async function verifyLine(line: string, key: CryptoKey, typ: string): Promise<unknown> {
  try {
    const { payload, protectedHeader } = await compactVerify(line, key, { algorithms: [ALG] });
    return protectedHeader.typ === typ ? JSON.parse(decoder.decode(payload)) : null;
  } catch {
    return null;
  }
}

/** Who a line says signed it (nothing is verified here), or null when it is no JWS. */
export function signerOf(line: string): string | null {
  try {
    return decodeProtectedHeader(line).kid ?? null;
  } catch {
    return null;
  }
}

/** SHA-256 of the line's characters, base64url: an entry's id, and the `prev` of the next one. */
export function lineHash(line: string): string {
  return createHash('sha256').update(line).digest('base64url');
}

/** A public Ed25519 key from its JWK. Throws on anything else. */
export async function publicKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALG);
  if (key instanceof Uint8Array) throw new Error('not an Ed25519 key');
  return key;
}

/** What a line that was verified before says. Throws when it is no JWS over JSON. */
export function payloadOf(line: string): unknown {
  return JSON.parse(decoder.decode(base64url.decode(line.split('.')[1] ?? '')));
}
