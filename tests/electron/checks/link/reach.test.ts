import { describe, expect, it } from 'vitest';
import { hubDoor } from '../../../../electron/checks/link/hub-door.ts';
import { reachHub } from '../../../../electron/checks/link/reach.ts';
import type { LinkSystem } from '../../../../electron/checks/link/world.ts';
import { certificate, closedPort, HEALTHY, hangingUp, mute, serve, systemWith } from './doors.ts';

const FOREVER = new AbortController().signal;

async function reach(url: string, pin: string | null = null, change: Partial<LinkSystem> = {}) {
  return reachHub(hubDoor(url, pin), await systemWith(change), FOREVER);
}

/** A name that leads to this machine, so that it is not taken for loopback. */
const leadsHere = { lookup: async () => ({ address: '127.0.0.1' }) };
const fails = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
const wired = { hasAddress: () => true, gateway: async () => ({ address: '10.0.0.1', answers: true }) };

describe('the way to the hub', () => {
  it('is timed step by step, TLS included', async () => {
    const { pin, ...tls } = await certificate();
    const port = await serve(HEALTHY, tls);
    const found = await reach(`https://127.0.0.1:${port}`, pin);
    expect(found).toMatchObject({ address: '127.0.0.1', localAddress: '127.0.0.1' });
    if ('step' in found) throw new Error(found.cause);
    expect(found.tlsMs).toBeGreaterThan(0);
    expect(found.tcpConnectMs).toBeGreaterThan(0);
  });

  it('has no TLS where the hub speaks plain HTTP', async () => {
    const found = await reach(`http://127.0.0.1:${await serve(HEALTHY)}`);
    expect(found).not.toHaveProperty('tlsMs');
    expect(found).toHaveProperty('tcpConnectMs');
  });
});

describe('names the step that failed', () => {
  it('certificate: another one than the pinned', async () => {
    const [known, shown] = [await certificate(), await certificate()];
    const port = await serve(HEALTHY, shown);
    const found = await reach(`https://127.0.0.1:${port}`, known.pin);
    expect(found).toEqual({ step: 'certificate', cause: 'pin-mismatch' });
  });

  it('certificate: one that no authority has signed, where none is pinned', async () => {
    const port = await serve(HEALTHY, await certificate());
    expect(await reach(`https://127.0.0.1:${port}`)).toMatchObject({ step: 'certificate' });
  });

  it('tls: what answers does not speak it', async () => {
    const port = await serve(HEALTHY);
    expect(await reach(`https://127.0.0.1:${port}`, 'a')).toMatchObject({ step: 'tls' });
  });

  it('tls: it hangs up, or says nothing', async () => {
    expect(await reach(`https://127.0.0.1:${await hangingUp()}`, 'a')).toMatchObject({
      step: 'tls',
      cause: 'ECONNRESET',
    });
    expect(await reach(`https://127.0.0.1:${await mute()}`, 'a')).toEqual({ step: 'tls', cause: 'ETIMEDOUT' });
  });

  it('tcp: nobody listens', async () => {
    const found = await reach(`https://hub.test:${await closedPort()}`, 'a', { ...leadsHere, ...wired });
    expect(found).toEqual({ step: 'tcp', cause: 'ECONNREFUSED' });
  });

  it('name: nobody knows it, or nobody answers', async () => {
    const unknown = { ...wired, lookup: fails('ENOTFOUND') };
    expect(await reach('https://hub.test', 'a', unknown)).toEqual({ step: 'name', cause: 'ENOTFOUND' });
    const silent = { ...wired, lookup: () => new Promise<never>(() => {}) };
    expect(await reach('https://hub.test', 'a', silent)).toEqual({ step: 'name', cause: 'ETIMEDOUT' });
  });

  it('name, by the real resolver', async () => {
    expect(await reach('https://no-such-hub.invalid', 'a', wired)).toMatchObject({ step: 'name' });
  });

  it('gateway: it is silent, so no name is to blame', async () => {
    const gateway = async () => ({ address: '10.0.0.1', answers: false });
    const found = await reach('https://hub.test', 'a', { ...wired, gateway, lookup: fails('EAI_AGAIN') });
    expect(found).toEqual({ step: 'gateway', cause: '10.0.0.1' });
  });

  it('gateway: one that cannot be asked is not blamed, and one that never answers holds nothing up', async () => {
    const lookup = fails('EAI_AGAIN');
    const untold = { ...wired, lookup, gateway: async () => ({ address: '10.0.0.1', answers: null }) };
    expect(await reach('https://hub.test', 'a', untold)).toMatchObject({ step: 'name' });
    const hangs = { ...wired, lookup, gateway: () => new Promise<null>(() => {}) };
    expect(await reach('https://hub.test', 'a', hangs)).toMatchObject({ step: 'name' });
  });

  it('address: an adapter is up and has none', async () => {
    const system = { lookup: fails('EAI_AGAIN'), hasAddress: () => false, hasAdapter: async () => true };
    expect(await reach('https://hub.test', 'a', system)).toEqual({ step: 'address', cause: 'EAI_AGAIN' });
  });

  it('adapter: none is up', async () => {
    const system = { lookup: fails('EAI_AGAIN'), hasAddress: () => false, hasAdapter: async () => false };
    expect(await reach('https://hub.test', 'a', system)).toEqual({ step: 'adapter', cause: 'EAI_AGAIN' });
  });

  it('portal: plain HTTP to the hub is led to a log-in page', async () => {
    const httpPort = await serve((_request, reply) => {
      reply.writeHead(302, { location: 'http://login.hotel.test/' }).end();
    });
    const found = await reach(`https://hub.test:${await closedPort()}`, 'a', { ...leadsHere, ...wired, httpPort });
    expect(found).toEqual({ step: 'portal', cause: 'http-302' });
    const port = await serve(HEALTHY, await certificate());
    const shown = await reach(`https://hub.test:${port}`, 'a', { ...leadsHere, ...wired, httpPort });
    expect(shown).toEqual({ step: 'portal', cause: 'http-302' });
  });

  it('not portal: a server beside the hub that leads to HTTPS of the same machine', async () => {
    const httpPort = await serve((_request, reply) => {
      reply.writeHead(301, { location: 'https://hub.test/' }).end();
    });
    const found = await reach(`https://hub.test:${await closedPort()}`, 'a', { ...leadsHere, ...wired, httpPort });
    expect(found).toEqual({ step: 'tcp', cause: 'ECONNREFUSED' });
  });
});
