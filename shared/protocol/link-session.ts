import { z } from 'zod';

/**
 * `POST /api/point/link-sessions`: leave to use the link responder for a short while. `id` and `key` go into every datagram
 * and the first line of every TCP connection; the responder answers nobody else.
 */
export const linkGrant = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** 32 random bytes, base64url. */
  key: z.string().length(43),
  udpPort: z.number().int().min(1).max(65535),
  tcpPort: z.number().int().min(1).max(65535),
  /** How long it lives, milliseconds. */
  lifeMs: z.number().int().positive(),
  /** Bytes each direction may carry at most. */
  maxBytes: z.number().int().positive(),
});
export type LinkGrant = z.infer<typeof linkGrant>;
