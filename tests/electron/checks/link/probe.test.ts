import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measureLink } from '../../../../electron/checks/link/probe.ts';
import type { LinkWorld } from '../../../../electron/checks/link/world.ts';
import { link } from '../../../../shared/checks/link/check.ts';
import type { LinkReached } from '../../../../shared/checks/link/measurement.ts';
import { appErr } from '../../../../shared/errors.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { close, type LoopbackHub, listen, portOf, startHub, worldOf } from './hub.ts';

let hub: LoopbackHub;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.stop());

async function verdictOf(world: LinkWorld) {
  return link.judge(await measureLink(world), DEFAULT_POLICY.checks.link);
}

async function measured(world: LinkWorld): Promise<LinkReached> {
  const outcome = await measureLink(world);
  expect(outcome).toMatchObject({ kind: 'measured', measurement: { reached: true } });
  if (outcome.kind === 'failed') throw new Error(outcome.failure);
  return outcome.measurement as unknown as LinkReached;
}

/** A grant whose UDP datagrams fall into a hole: a socket that never answers. */
async function udpHole() {
  const hole = createSocket('udp4').bind(0, '127.0.0.1');
  await once(hole, 'listening');
  const grant: LinkWorld['grant'] = async () => {
    const granted = hub.responder.grant();
    return granted.ok ? { ok: true, value: { ...granted.value, udpPort: hole.address().port } } : granted;
  };
  return { grant, close: () => hole.close() };
}

/** A grant whose UDP goes by a relay that passes so many datagrams each way and drops the rest. */
async function udpRelay(passes: number) {
  const granted = hub.responder.grant();
  if (!granted.ok) throw new Error(granted.error.code);
  const near = createSocket('udp4').bind(0, '127.0.0.1');
  const far = createSocket('udp4');
  far.connect(granted.value.udpPort, '127.0.0.1');
  await Promise.all([once(near, 'listening'), once(far, 'connect')]);
  let passed = 0;
  near.on('message', (bytes, from) => {
    passed += 1;
    if (passed === 1) far.on('message', (reply) => near.send(reply, from.port, from.address));
    if (passed <= passes) far.send(bytes);
  });
  const value = { ...granted.value, udpPort: near.address().port };
  return {
    grant: async () => ({ ok: true as const, value }),
    close: () => [near, far].map((socket) => socket.close()),
  };
}

describe('the link probe against the real responder', () => {
  it('measures a line that passes, within its caps', async () => {
    const progress: number[] = [];
    const world = worldOf(hub, { onProgress: (fraction) => progress.push(fraction) });
    const line = await measured(world);
    expect(line).toMatchObject({
      transport: 'udp',
      udp: { lossPct: 0 },
      media: { up: { lossPct: 0 }, down: { lossPct: 0 } },
    });
    // 500 of each, but that a sender which was held up sends fewer.
    for (const way of [line.media?.up, line.media?.down]) expect(way?.sent).toBeGreaterThan(100);
    // Both ends in one process have no line between them: what they reach is their own limit.
    for (const way of [line.download, line.upload]) expect(way?.limitedBy).not.toBe('line');
    expect(line.interruptedDuring).toBeNull();
    expect(line.bytesUsed).toBeLessThan(15_000_000);
    expect(line.durationMs).toBeLessThan(8_000);
    expect(Math.abs(line.clock.offsetMs)).toBeLessThanOrEqual(line.clock.errorMs + 5);
    const judged = link.judge({ kind: 'measured', measurement: { ...line } }, DEFAULT_POLICY.checks.link);
    // A machine busy with other tests may not reach the meeting's rate, and says so; never is the line at fault.
    expect(judged.verdict).not.toBe('fail');
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(progress.at(-1)).toBe(1);
  });

  it('falls back to TCP where UDP is blocked, and says so', async () => {
    const hole = await udpHole();
    const line = await measured(worldOf(hub, { grant: hole.grant }));
    expect(line.udp).toBeNull();
    expect(line.upload?.mbps).toBeGreaterThan(4);
    const judgement = link.judge({ kind: 'measured', measurement: { ...line } }, DEFAULT_POLICY.checks.link);
    expect(judgement).toMatchObject({ verdict: 'warn', reason: 'tcp-only' });
    hole.close();
  });

  it('gives what it measured when the hub dies on the way, and no verdict on what it could not', async () => {
    const onProgress = (fraction: number) => {
      if (fraction >= 0.5) void hub.responder.stop();
    };
    const line = await measured(worldOf(hub, { onProgress }));
    expect(line.udp?.received).toBeGreaterThan(0);
    expect(line.interruptedDuring).not.toBeNull();
    const judgement = link.judge({ kind: 'measured', measurement: { ...line } }, DEFAULT_POLICY.checks.link);
    expect(judgement.verdict).toBe('unmeasured');
    expect(judgement.findings.map(({ reason }) => reason)).toContain('interrupted');
  });

  it('takes a hub that dies during the echoes for a dead path, not for loss', async () => {
    const onProgress = (fraction: number) => {
      if (fraction >= 0.115) void hub.responder.stop();
    };
    const line = await measured(worldOf(hub, { onProgress }));
    expect(line).toMatchObject({ interruptedDuring: 'echo', upload: null, download: null });
    expect(line.udp?.lossPct).toBeLessThan(3);
  });
});

it.each([12, 60])(
  'takes UDP cut off after %d datagrams while TCP goes on for blocked, not for a dead path',
  async (passes) => {
    const relay = await udpRelay(passes);
    const outcome = await measureLink(worldOf(hub, { grant: relay.grant }));
    relay.close();
    expect(outcome).toMatchObject({ measurement: { interruptedDuring: null, udp: null, upload: { method: 'tcp' } } });
    expect(link.judge(outcome, DEFAULT_POLICY.checks.link)).toMatchObject({ verdict: 'warn', reason: 'tcp-only' });
  },
);

it('measures the upload although the clocks are an hour apart', async () => {
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
  const granted = hub.responder.grant();
  now.mockRestore();
  const outcome = await measureLink(worldOf(hub, { grant: async () => granted }));
  expect(outcome).toMatchObject({ measurement: { interruptedDuring: null, upload: { method: 'udp' } } });
  const { findings } = link.judge(outcome, DEFAULT_POLICY.checks.link);
  expect(findings).toContainEqual(expect.objectContaining({ verdict: 'fail', reason: 'clock-off' }));
});

describe('a hub that cannot be measured to is no fault of the point', () => {
  it('dead: nobody listens', async () => {
    const service = await listen();
    const url = `http://127.0.0.1:${portOf(service)}`;
    await close(service);
    expect(await verdictOf(worldOf({ ...hub, url }))).toMatchObject({
      verdict: 'unmeasured',
      reason: 'hub-unreachable',
    });
  });

  it('unknown by name', async () => {
    const lookup = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    const system = { lookup, hasAddress: () => true };
    const world = worldOf({ ...hub, url: 'https://hub.invalid' }, { system });
    expect(await verdictOf(world)).toMatchObject({ verdict: 'unmeasured', reason: 'name-unresolved' });
  });

  it('busy', async () => {
    const world = worldOf(hub, { grant: async () => appErr('hub-busy') });
    expect(await verdictOf(world)).toMatchObject({ verdict: 'unmeasured', reason: 'hub-busy' });
  });

  it('silent: it takes connections and never answers', async () => {
    const world = worldOf(hub, { grant: () => new Promise(() => {}) });
    expect(await verdictOf(world)).toMatchObject({ verdict: 'unmeasured', reason: 'hub-unreachable' });
  });

  it('without its responder', async () => {
    const grant = hub.responder.grant();
    await hub.responder.stop();
    const world = worldOf(hub, { grant: async () => grant });
    expect(await verdictOf(world)).toMatchObject({ verdict: 'unmeasured', reason: 'responder-silent' });
  });
});

it('fails the point when this machine has no network address at all', async () => {
  const lookup = () => Promise.reject(Object.assign(new Error('no network'), { code: 'EAI_AGAIN' }));
  const world = worldOf(
    { ...hub, url: 'https://hub.invalid' },
    { system: { lookup, hasAddress: () => false, hasAdapter: async () => false } },
  );
  expect(await verdictOf(world)).toMatchObject({ verdict: 'fail', reason: 'no-network' });
});
