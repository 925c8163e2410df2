import { z } from 'zod';

/** SHA-256 of an entry's compact JWS, base64url: the entry's id, and the `prev` of the next one. */
export const entryHash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
