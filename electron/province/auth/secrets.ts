import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url (43 characters). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How a secret of ours lies in the database. A plain hash is enough for 256 random bits; passwords go through scrypt. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
