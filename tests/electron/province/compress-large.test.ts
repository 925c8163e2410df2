import { gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { compressLarge } from '../../../electron/province/http/compress-large.ts';

const ROWS = Array.from({ length: 2000 }, (_, index) => ({ code: String(index), name: `Xã Ia Krái ${index}` }));

it('compresses what is large for those who take it so, and nothing else', async () => {
  const app = fastify();
  compressLarge(app);
  app.get('/large', async () => ROWS);
  app.get('/small', async () => ROWS.slice(0, 3));
  app.get('/tagged', async (_request, reply) => reply.header('etag', '"of these bytes"').send(ROWS));
  const ask = (url: string, encoding: string) => app.inject({ url, headers: { 'accept-encoding': encoding } });
  const small = await ask('/large', 'br, gzip;q=0.8');
  expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(JSON.parse(gunzipSync(small.rawPayload).toString())).toEqual(ROWS);
  expect(small.rawPayload.length).toBeLessThan(JSON.stringify(ROWS).length / 4);
  const plain = await ask('/large', 'identity');
  expect(plain.headers).not.toHaveProperty('content-encoding');
  // Whoever keeps answers must know that there are two of this one.
  expect(plain.headers.vary).toBe('accept-encoding');
  expect(plain.json()).toEqual(ROWS);
  expect((await ask('/small', 'gzip')).headers).not.toHaveProperty('content-encoding');
  expect((await ask('/tagged', 'gzip')).headers).not.toHaveProperty('content-encoding');
  await app.close();
});
