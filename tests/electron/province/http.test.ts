import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { health } from '../../../shared/protocol/health.ts';
import { onSqlite } from './databases.ts';
import { makeHub } from './hub.ts';

const openNew = onSqlite();
const consoleDir = mkdtempSync(join(tmpdir(), 'dc-console-'));
mkdirSync(join(consoleDir, 'assets'));
writeFileSync(join(consoleDir, 'province.html'), '<meta nonce="__CSP_NONCE__">');
writeFileSync(join(consoleDir, 'point.html'), 'of the other role');
writeFileSync(join(consoleDir, 'assets', 'console.js'), 'export {};');
writeFileSync(join(consoleDir, 'assets', 'console.js.br'), brotliCompressSync('export {};'));
writeFileSync(join(consoleDir, 'icon.svg'), '<svg/>');
afterAll(() => rmSync(consoleDir, { recursive: true }));

describe('the hub over HTTP', () => {
  it('tells everybody that it is a hub, which one, and its time', async () => {
    const hub = await makeHub(await openNew());
    const { body } = await hub.json({ url: '/api/health' });
    expect(health.parse(body)).toEqual({
      service: 'diem-cau',
      hubId: hub.deps.hub.id,
      serverTime: hub.clock.ms,
    });
  });

  it('answers what goes wrong with a code and nothing of its inside', async () => {
    const hub = await makeHub(await openNew());
    await hub.db.schema.dropTable('api_tokens').execute();
    const headers = { authorization: 'Bearer dct_anything' };
    const answer = await hub.json({ url: '/api/reports/readiness?meeting=m', headers });
    expect(answer).toEqual({ status: 500, body: { error: { code: 'internal', values: {} } } });
  });

  it.each([
    ['no JSON', '{', 'application/json'],
    ['another type', 'a=b', 'application/x-www-form-urlencoded'],
    ['nothing', '', 'application/json'],
    ['a body without its fields', '{}', 'application/json'],
  ])('refuses %s as a body', async (_, payload, type) => {
    const hub = await makeHub(await openNew());
    const headers = { 'content-type': type };
    const { status, body } = await hub.json({ method: 'POST', url: '/api/point/enrolments', headers, payload });
    expect([status, (body.error as { code: string }).code]).toEqual([400, 'input-invalid']);
  });

  it('says not found for what is not there', async () => {
    const hub = await makeHub(await openNew());
    const expected = { status: 404, body: { error: { code: 'not-found', values: {} } } };
    expect(await hub.json({ url: '/api/nothing' })).toEqual(expected);
    expect(await hub.json({ url: '/' })).toEqual(expected);
  });

  it('serves the console, its scripts from here only and its styles by a nonce that is new each time', async () => {
    const hub = await makeHub(await openNew(), { consoleDir });
    const pages = [await hub.app.inject('/'), await hub.app.inject('/')];
    const nonces = pages.map(({ body }) => /nonce="([^"]+)"/.exec(body)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
    const policy = String(pages[0]?.headers['content-security-policy']);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect((await hub.app.inject('/assets/console.js')).statusCode).toBe(200);
    for (const path of ['/point.html', '/province.html', '/assets/../../secret', '/%2e%2e/%2e%2e/etc/passwd']) {
      expect((await hub.app.inject(path)).statusCode).toBe(404);
    }
  });

  it('sends a file small where the browser takes that, and lets it keep what has its hash in its name', async () => {
    const hub = await makeHub(await openNew(), { consoleDir });
    const get = async (url: string, encodings: string) => {
      const { headers, rawPayload } = await hub.app.inject({ url, headers: { 'accept-encoding': encodings } });
      const told = [headers['content-encoding'], headers['cache-control'], headers.vary];
      expect(headers['content-type']).toMatch(/^(application|text)\/javascript|^image\/svg/);
      return { told, bytes: rawPayload };
    };
    const kept = ['public, max-age=31536000, immutable', 'accept-encoding'];
    const small = await get('/assets/console.js', 'gzip, deflate, br');
    expect(small).toEqual({ told: ['br', ...kept], bytes: brotliCompressSync('export {};') });
    const plain = await get('/assets/console.js', 'gzip');
    expect(plain).toEqual({ told: [undefined, ...kept], bytes: Buffer.from('export {};') });
    expect((await get('/icon.svg', 'br')).told).toEqual([undefined, 'no-cache', 'accept-encoding']);
  });
});
