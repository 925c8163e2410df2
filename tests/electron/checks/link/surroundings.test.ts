import { describe, expect, it } from 'vitest';
import { hubDoor } from '../../../../electron/checks/link/hub-door.ts';
import { reachPlatform } from '../../../../electron/checks/link/platform.ts';
import { whoAnswers } from '../../../../electron/checks/link/portal.ts';
import { proxyOfEnvironment, proxyOfScript } from '../../../../electron/checks/link/proxy.ts';
import { neighbourAnswers, parseRoutes, routeTo } from '../../../../electron/checks/link/routes.ts';
import { platformTarget } from '../../../../shared/checks/link/measurement.ts';
import { certificate, closedPort, HEALTHY, hangingUp, mute, serve, systemWith } from './doors.ts';

const FOREVER = new AbortController().signal;

describe('who answers at the hub’s address', () => {
  const html = '<!doctype html><title>Đăng nhập Wi-Fi</title>';
  it.each([
    ['a hub', null, HEALTHY],
    ['a log-in page', { step: 'portal', cause: 'http-200' }, page(200, html, 'text/html')],
    ['one that does not say that it is HTML', { step: 'portal', cause: 'http-200' }, page(200, html, '')],
    ['one that asks by RFC 6585', { step: 'portal', cause: 'http-511' }, page(511, html, 'text/html')],
    ['one that leads away', { step: 'portal', cause: 'http-302' }, page(302, '', '', 'http://10.1.1.1/login')],
    ['a hub that is ill', { step: 'hub', cause: 'http-503' }, page(503, '{}', 'application/json')],
    ['a proxy before a hub that is gone', { step: 'hub', cause: 'http-502' }, page(502, html, 'text/html')],
    [
      'some other service',
      { step: 'hub', cause: 'hub-not-a-hub' },
      page(200, '{"service":"else"}', 'application/json'),
    ],
    ['one without the page', { step: 'hub', cause: 'hub-not-a-hub' }, page(404, html, 'text/html')],
  ])('%s', async (_who, expected, answer) => {
    const door = hubDoor(`http://127.0.0.1:${await serve(answer)}`, null);
    expect(await whoAnswers(door, '127.0.0.1', FOREVER)).toEqual(expected);
  });

  it('over TLS, and not where the certificate is another one', async () => {
    const { pin, ...tls } = await certificate();
    const url = `https://127.0.0.1:${await serve(HEALTHY, tls)}`;
    expect(await whoAnswers(hubDoor(url, pin), '127.0.0.1', FOREVER)).toBeNull();
    expect(await whoAnswers(hubDoor(url, 'another'), '127.0.0.1', FOREVER)).toMatchObject({ cause: 'pin-mismatch' });
  });

  it('nobody, in bounded time', async () => {
    const door = hubDoor(`http://127.0.0.1:${await mute()}`, null);
    expect(await whoAnswers(door, '127.0.0.1', FOREVER)).toEqual({ step: 'hub', cause: 'hub-timeout' });
  });

  function page(status: number, body: string, type: string, location?: string): Parameters<typeof serve>[0] {
    return (_request, reply) => {
      if (type) reply.setHeader('content-type', type);
      if (location) reply.setHeader('location', location);
      reply.writeHead(status).end(body);
    };
  }
});

describe('the platform’s servers', () => {
  it('are told apart: reached, refused, silent, without TLS, without a name', async () => {
    const [open, closed, silent, plain] = [await mute(), await closedPort(), await mute(), await hangingUp()];
    const at = (name: string, port: number, tls = false, host = '127.0.0.1') => ({ name, host, port, tls });
    const targets = [
      at('media', open),
      at('signalling', closed),
      at('web', silent, true),
      at('login', plain, true),
      at('turn', 443, false, 'platform.test'),
    ];
    const lookup = () => Promise.reject(Object.assign(new Error(''), { code: 'ENOTFOUND' }));
    const found = await reachPlatform(targets, await systemWith({ lookup }), FOREVER);
    for (const target of found) expect(platformTarget.parse(target)).toEqual(target);
    expect(found.map(({ name, reached, cause }) => [name, reached, cause])).toEqual([
      ['media', true, null],
      ['signalling', false, 'ECONNREFUSED'],
      ['web', false, 'ETIMEDOUT'],
      ['login', false, 'ECONNRESET'],
      ['turn', false, 'ENOTFOUND'],
    ]);
    expect(found[0]?.ms).toBeGreaterThan(0);
  });

  it('are none by default, and none once the probe is cancelled', async () => {
    const system = await systemWith();
    expect(await reachPlatform([], system, FOREVER)).toEqual([]);
    const target = { name: 'media', host: '127.0.0.1', port: await mute(), tls: true };
    expect(await reachPlatform([target], system, AbortSignal.abort())).toEqual([]);
  });
});

describe('the routing table', () => {
  const table = `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
eth1\t0000000A\tFE01A8C0\t0003\t0\t0\t0\t000000FF\t0\t0\t0
eth2\t00000000\t0102A8C0\t0002\t0\t0\t0\t00000000\t0\t0\t0
`;
  it('is read as the system reads it: the narrowest row that is up', () => {
    const routes = parseRoutes(table);
    expect(routes).toHaveLength(3);
    expect(routeTo(routes, '8.8.8.8')?.gateway).toBe('192.168.1.1');
    expect(routeTo(routes, null)?.gateway).toBe('192.168.1.1');
    expect(routeTo(routes, '10.20.30.40')?.gateway).toBe('192.168.1.254');
    expect(routeTo(routes, '192.168.1.77')).toMatchObject({ gateway: null, prefix: 24 });
    expect(routeTo(parseRoutes(''), '8.8.8.8')).toBeNull();
  });

  it('and the neighbours tell whether the gateway is there', () => {
    const arp = `IP address       HW type     Flags       HW address            Mask     Device
192.168.1.1      0x1         0x2         aa:bb:cc:dd:ee:ff     *        eth0
192.168.1.254    0x1         0x0         00:00:00:00:00:00     *        eth1
`;
    expect(neighbourAnswers(arp, '192.168.1.1')).toBe(true);
    expect(neighbourAnswers(arp, '192.168.1.254')).toBe(false);
    expect(neighbourAnswers(arp, '192.168.1.9')).toBeNull();
  });
});

describe('the proxy programs are told to use', () => {
  const https = 'https://hub.gialai.test:7443';
  it.each([
    ['none', {}, null],
    ['by its address', { HTTPS_PROXY: 'http://10.0.0.9:3128' }, '10.0.0.9:3128'],
    ['in small letters', { https_proxy: 'http://10.0.0.9:3128' }, '10.0.0.9:3128'],
    ['without its scheme', { HTTPS_PROXY: 'proxy.test:3128' }, 'proxy.test:3128'],
    ['for everything', { ALL_PROXY: 'socks5://10.0.0.9:1080' }, '10.0.0.9:1080'],
    ['never with its password', { HTTPS_PROXY: 'http://me:secret@10.0.0.9:3128' }, '10.0.0.9:3128'],
    ['but not for the hub', { HTTPS_PROXY: 'http://10.0.0.9:3128', NO_PROXY: 'localhost,.gialai.test' }, null],
    ['but for nobody', { HTTPS_PROXY: 'http://10.0.0.9:3128', NO_PROXY: '*' }, null],
    ['but not at this port', { HTTPS_PROXY: 'http://10.0.0.9:3128', NO_PROXY: 'hub.gialai.test:443' }, '10.0.0.9:3128'],
    ['of plain HTTP only', { http_proxy: 'http://10.0.0.9:3128' }, null],
    ['that is nonsense', { HTTPS_PROXY: 'http://' }, null],
  ])('%s', (_which, env, expected) => {
    expect(proxyOfEnvironment(https, env)).toBe(expected);
  });

  it('is the first choice of a proxy script', () => {
    expect(proxyOfScript('PROXY 10.0.0.9:3128; DIRECT')).toBe('10.0.0.9:3128');
    expect(proxyOfScript('DIRECT; PROXY 10.0.0.9:3128')).toBeNull();
    expect(proxyOfScript('')).toBeNull();
  });
});
