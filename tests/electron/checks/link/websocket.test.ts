import { createSocket } from 'node:dgram';
import { once, setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectWebSocket } from '../../../../electron/checks/link/connect-websocket.ts';
import { hubDoor } from '../../../../electron/checks/link/hub-door.ts';
import { measureNode } from '../../../../electron/checks/node-probes.ts';
import { linkAccess } from '../../../../electron/point/link-access.ts';
import type { PointService } from '../../../../electron/point/point-service.ts';
import { serveWebSockets } from '../../../../electron/province/link/websocket.ts';
import { link } from '../../../../shared/checks/link/check.ts';
import { type LinkReached, linkMeasurement } from '../../../../shared/checks/link/measurement.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { closedPort, mute } from './doors.ts';
import { enrolledPoint, type RealHub, startRealHub } from './real-hub.ts';

const HOUR_MS = 3_600_000;
const MOST_WEBSOCKETS = 256;
const folder = mkdtempSync(join(tmpdir(), 'dc-websocket-'));
let hub: RealHub;
let point: PointService;

beforeAll(async () => {
  hub = await startRealHub(join(folder, 'hub'));
  point = await enrolledPoint(hub, '1', join(folder, 'point'));
});
afterAll(async () => {
  await point.close();
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A UDP port that swallows everything. */
async function udpHole(): Promise<{ port: number; close: () => void }> {
  const socket = createSocket('udp4').bind(0, '0.0.0.0');
  await once(socket, 'listening');
  return { port: socket.address().port, close: () => socket.close() };
}

/** `clockMs`: how far the clock of both is off when the session begins; the point's is right again afterwards. */
async function measureBehind(
  firewall: { udpPort?: number; tcpPort?: number },
  clockMs = 0,
  from = point,
): Promise<LinkReached> {
  const access = linkAccess(from);
  const outcome = await measureNode('link', {
    ...access,
    async grant(signal, asking) {
      const machine = Date.now;
      const now = vi.spyOn(Date, 'now').mockImplementation(() => machine() + clockMs);
      const granted = await access.grant(signal, asking);
      now.mockRestore();
      return granted.ok ? { ok: true, value: { ...granted.value, ...firewall } } : granted;
    },
    dataDir: folder,
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    onProgress: () => {},
  });
  if (outcome.kind === 'failed') throw new Error(outcome.failure);
  const line = linkMeasurement.parse(outcome.measurement);
  if (!line.reached) throw new Error(`${line.step}: ${line.cause}`);
  return line;
}

describe('where UDP is blocked', () => {
  it('the line is measured over TCP', async () => {
    const hole = await udpHole();
    const line = await measureBehind({ udpPort: hole.port });
    hole.close();
    expect(line).toMatchObject({ udp: null, transport: 'tcp', download: { method: 'tcp' }, upload: { method: 'tcp' } });
    expect(Math.abs(line.clock.offsetMs)).toBeLessThanOrEqual(line.clock.errorMs + 5);
    expect(line.durationMs).toBeLessThan(8_000);
  });

  it.each([
    ['refused', closedPort],
    ['dropped', mute],
  ])('and the responder’s TCP port too (%s), through the hub’s own port', async (_how, tcpPort) => {
    const hole = await udpHole();
    const line = await measureBehind({ udpPort: hole.port, tcpPort: await tcpPort() });
    hole.close();
    expect(line).toMatchObject({
      udp: null,
      transport: 'websocket',
      download: { method: 'websocket' },
      upload: { method: 'websocket' },
      interruptedDuring: null,
    });
    expect(line.download?.mbps).toBeGreaterThan(10);
    expect(line.upload?.mbps).toBeGreaterThan(10);
    expect(line.rttMsP50).toBeLessThan(50);
    expect(Math.abs(line.clock.offsetMs)).toBeLessThanOrEqual(line.clock.errorMs + 5);
    expect(line.durationMs).toBeLessThan(8_000);
    expect(line.bytesUsed).toBeLessThan(15_000_000);
    const judgement = link.judge({ kind: 'measured', measurement: { ...line } }, DEFAULT_POLICY.checks.link);
    expect(judgement.findings.map(({ reason }) => reason)).toContain('websocket-only');
    expect(judgement.verdict).not.toBe('pass');
  });
});

it('bounds the clock’s offset truthfully by whatever way', async () => {
  const hole = await udpHole();
  const closed = await closedPort();
  for (const firewall of [{}, { udpPort: hole.port }, { udpPort: hole.port, tcpPort: closed }]) {
    const line = await measureBehind(firewall, -HOUR_MS);
    expect(Math.abs(line.clock.offsetMs + HOUR_MS)).toBeLessThanOrEqual(line.clock.errorMs + 5);
  }
  hole.close();
}, 60_000);

/** A measurement during which this machine stood still says so, and nothing of the line's limit: then another one. */
async function measureUndisturbed(
  firewall: Parameters<typeof measureBehind>[0],
  from: PointService,
): Promise<LinkReached> {
  for (let left = 3; ; left -= 1) {
    const measured = await measureBehind(firewall, 0, from);
    const disturbed = [measured.download, measured.upload].some((rate) => rate?.limitedBy === 'processor');
    if (!disturbed || left === 0) return measured;
  }
}

it('keeps to its share of the hub’s line by whatever way, and says that this was the limit', async () => {
  const narrow = await startRealHub(join(folder, 'narrow'), { lineMbps: { down: 20, up: 10 } });
  const apart = await enrolledPoint(narrow, '1', join(folder, 'point-apart'));
  const hole = await udpHole();
  const closed = await closedPort();
  for (const firewall of [{}, { udpPort: hole.port }, { udpPort: hole.port, tcpPort: closed }]) {
    const { download, upload } = await measureUndisturbed(firewall, apart);
    expect(download).toMatchObject({ limitedBy: 'cap' });
    expect(upload).toMatchObject({ limitedBy: 'cap' });
    expect(download?.mbps).toBeLessThan(22);
    expect(upload?.mbps).toBeLessThan(11);
  }
  hole.close();
  await apart.close();
  await narrow.stop();
}, 60_000);

describe('the hub’s WebSocket', () => {
  const door = () => hubDoor(point.hub()!.url, point.hub()!.pin);

  it('closes without a word on one who proves no session', async () => {
    const stream = await connectWebSocket(door(), door().host, 2_000, new AbortController().signal);
    stream.resume();
    stream.write(`DC1 echo ${'0'.repeat(16)} ${'0'.repeat(16)} ${'0'.repeat(32)}\n`);
    await once(stream, 'close');
  });

  it('closes on one who sends more at once than any message of ours', async () => {
    const stream = await connectWebSocket(door(), door().host, 2_000, new AbortController().signal);
    stream.resume();
    stream.write(Buffer.alloc(100_000));
    await once(stream, 'close');
  });

  it('takes so many and no more, and ends them with the hub', async () => {
    const server = createHttp().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const held: Duplex[] = [];
    const stop = serveWebSockets(server, (stream) => held.push(stream));
    const { port } = server.address() as AddressInfo;
    const signal = new AbortController().signal;
    setMaxListeners(0, signal);
    const plain = hubDoor(`http://127.0.0.1:${port}`, null);
    const tries = await Promise.allSettled(
      Array.from({ length: MOST_WEBSOCKETS + 20 }, () => connectWebSocket(plain, '127.0.0.1', 20_000, signal)),
    );
    const open = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect([open.length, held.length]).toEqual([MOST_WEBSOCKETS, MOST_WEBSOCKETS]);
    for (const stream of held) stream.on('error', () => {});
    stop();
    for (const stream of open) stream.resume();
    await Promise.all(open.map((stream) => stream.closed || once(stream, 'close')));
    server.close();
  });

  it('is nowhere else, and for nobody who shows another certificate', async () => {
    const { url, pin } = point.hub()!;
    expect(pin).not.toBeNull();
    const signal = new AbortController().signal;
    await expect(connectWebSocket(hubDoor(url, 'another'), door().host, 2_000, signal)).rejects.toMatchObject({
      code: 'pin-mismatch',
    });
    const headers = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const elsewhere = request(`${url}/api/health`, { headers, rejectUnauthorized: false }).end();
    const [answer] = await once(elsewhere, 'response');
    expect(answer.statusCode).toBe(404);
  });

  it('gives up on a port that takes no WebSocket, in bounded time', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const plain = hubDoor(`http://127.0.0.1:${port}`, null);
    await expect(connectWebSocket(plain, '127.0.0.1', 100, new AbortController().signal)).rejects.toThrow();
    server.close();
  });
});
