import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A strong ETag of exactly this text (RFC 9110, 8.8.3). */
export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}

/** Whether the asker says to have it already. */
export function hasIt(request: FastifyRequest, etag: string): boolean {
  const named = request.headers['if-none-match'];
  if (named === undefined) return false;
  // Compared weakly, as for every GET: a cache in between may have weakened the tag.
  return named.trim() === '*' || named.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** Sends JSON with its ETag, or 304 when the asker has it. The body must not hold a clock. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, body: unknown): void {
  const text = JSON.stringify(body);
  const etag = etagOf(text);
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (hasIt(request, etag)) reply.code(304).send();
  else reply.type('application/json; charset=utf-8').send(text);
}
