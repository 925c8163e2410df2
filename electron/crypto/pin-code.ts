import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

const DIGITS = 8;
const HASH_BYTES = 32;
/** RFC 7914 parameters: about 0.1 s and 32 MiB a try, so that all codes take months of one processor; a code lives for days. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

export interface NewPinCode {
  /** As it is read out: `1234 5678`. */
  readonly code: string;
  readonly salt: string;
  readonly hash: string;
}

/** A one-time code of eight digits, with what may be kept of it. */
export async function newPinCode(): Promise<NewPinCode> {
  const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const salt = randomBytes(16).toString('base64url');
  const hash = (await hashOf(digits, salt)).toString('base64url');
  return { code: `${digits.slice(0, 4)} ${digits.slice(4)}`, salt, hash };
}

/** Whether `text` is the code; blanks and dashes between its digits do not count. */
export async function isPinCode(text: string, kept: Pick<NewPinCode, 'salt' | 'hash'>): Promise<boolean> {
  const hash = Buffer.from(kept.hash, 'base64url');
  const tried = await hashOf(text.replace(/\D/g, ''), kept.salt);
  return hash.length === tried.length && timingSafeEqual(tried, hash);
}

function hashOf(digits: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(digits, Buffer.from(salt, 'base64url'), HASH_BYTES, SCRYPT, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
