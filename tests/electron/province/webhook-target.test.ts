import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { createSender } from '../../../electron/province/webhooks/send.ts';
import { guardedLookup, targetOf } from '../../../electron/province/webhooks/target.ts';

describe('where a webhook may lead', () => {
  it.each([
    'https://dashboard.example.vn/hook',
    'https://10.0.0.5/hook',
    'https://192.168.1.7:8443/hook',
    'http://127.0.0.1:9000/hook',
    'http://localhost:9000/',
    'http://[::1]:9000/',
  ])('%s: yes', (url) => expect(targetOf(url).ok).toBe(true));

  it.each([
    'http://dashboard.example.vn/hook',
    'http://10.0.0.5/hook',
    'ftp://example.vn/',
    'javascript:alert(1)',
    'https://user:secret@example.vn/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://[::ffff:169.254.169.254]/',
    'https://0xa9fea9fe/',
    'https://2852039166/',
    'https://0.0.0.0/',
    'https://[::]/',
    'https://224.0.0.1/',
    'https://100.100.100.200/',
    'no address',
  ])('%s: no', (url) => expect(targetOf(url)).toMatchObject({ ok: false, error: { code: 'webhook-address' } }));

  it.each([
    ['169.254.169.254', 4],
    ['::ffff:a9fe:a9fe', 6],
    ['127.0.0.1', 4],
    ['::1', 6],
  ])('not by a name that leads to %s either', async (address, family) => {
    const found: LookupAddress[] = [{ address, family }];
    const resolve = ((_host: string, _options: unknown, done: (e: null, a: LookupAddress[]) => void) =>
      done(null, found)) as never;
    const sender = createSender(guardedLookup(resolve));
    const message = { url: 'https://looks-harmless.example.vn/', headers: {}, body: '{}', timeoutMs: 2000 };
    expect(await sender.send(message)).toEqual({ delivered: false, gone: false, outcome: 'forbidden address' });
    await sender.close();
  });

  it('says what broke by a code', async () => {
    const sender = createSender();
    const message = { url: 'http://127.0.0.1:1/', headers: {}, body: '{}', timeoutMs: 2000 };
    expect((await sender.send(message)).outcome).toBe('ECONNREFUSED');
    await sender.close();
  });
});
