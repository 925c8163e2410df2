import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** What is smaller is through before it would have been compressed. Characters. */
const WORTH_IT = 16 * 1024;
/** The wall of a country is a fifteenth then, after some milliseconds; the higher levels take ten times as long for little. */
const OPTIONS = { level: constants.Z_BEST_SPEED };

/**
 * Large answers in JSON go out compressed, in zlib's own threads: the wall of a country is 630 kB, which take a commune's line
 * seconds. Not those with an ETag, which names their very bytes; streams and files see to themselves.
 */
export function compressLarge(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < WORTH_IT) return payload;
    if (reply.hasHeader('etag') || reply.hasHeader('content-encoding')) return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return promisify(gzip)(payload, OPTIONS);
  });
}
