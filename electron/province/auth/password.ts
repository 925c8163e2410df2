import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
/** OWASP's least for scrypt with so much memory; about a quarter of a second of one core. */
export const COST_OF_PASSWORDS = { N: 2 ** 15, r: 8, p: 3 };
const MEMORY = 64 * 1024 * 1024;
const BYTES = 32;

/** `scrypt$N$r$p$salt$key`, base64url: the cost travels with the hash, so it can be raised later. */
export async function hashPassword(password: string, cost = COST_OF_PASSWORDS): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize('NFC'), salt, BYTES, { ...cost, maxmem: MEMORY });
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes as long for an account that does not exist (`stored` undefined) as for one that does. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, key] = (stored ?? DUMMY).split('$');
  const expected = Buffer.from(key ?? '', 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: MEMORY };
  const actual = await derive(password.normalize('NFC'), Buffer.from(salt ?? '', 'base64url'), BYTES, options);
  return expected.length === BYTES && timingSafeEqual(actual, expected) && stored !== undefined;
}

const DUMMY = ['scrypt', ...Object.values(COST_OF_PASSWORDS), 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$');
