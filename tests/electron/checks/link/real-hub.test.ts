import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { measureNode } from '../../../../electron/checks/node-probes.ts';
import { linkAccess } from '../../../../electron/point/link-access.ts';
import { makeCertificate } from '../../../../electron/province/tls.ts';
import { judge } from '../../../../shared/checks/registry.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { closedPort } from './doors.ts';
import { enrolledPoint, startRealHub } from './real-hub.ts';

const folder = mkdtempSync(join(tmpdir(), 'dc-link-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('measures from an enrolled point to its hub, and cannot once the hub is down', async () => {
  const hub = await startRealHub(join(folder, 'hub'));
  const point = await enrolledPoint(hub, '1', join(folder, 'point'));
  const server = { name: 'máy chủ họp', host: '127.0.0.1', tls: false };
  const platformTargets = [
    { ...server, port: Number(new URL(hub.url).port) },
    { ...server, port: await closedPort() },
  ];
  const measure = () =>
    measureNode('link', {
      ...linkAccess(point),
      platformTargets,
      dataDir: folder,
      signal: new AbortController().signal,
      timeoutMs: DEFAULT_POLICY.probeTimeoutMs,
      onProgress: () => {},
    });
  const up = await measure();
  expect(up).toMatchObject({ kind: 'measured', measurement: { reached: true, transport: 'udp', proxy: null } });
  const line = up.kind === 'measured' ? up.measurement : {};
  expect(line.tlsMs).toBeGreaterThan(0);
  expect(line).not.toHaveProperty('queue');
  expect(line.platform).toMatchObject([{ reached: true }, { reached: false, ms: null, cause: 'ECONNREFUSED' }]);
  // Its share of the line is free again as soon as the test is over.
  expect(await point.linkNeed({ down: 1, up: 1 }, AbortSignal.timeout(5_000))).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  await hub.stop();
  const down = await measure();
  expect(down).toMatchObject({ kind: 'measured', measurement: { reached: false, step: 'tcp', cause: 'ECONNREFUSED' } });
  expect(judge('link', down, DEFAULT_POLICY)).toMatchObject({ verdict: 'unmeasured', reason: 'hub-unreachable' });
  await point.close();
});

it('grants what the hub was started with: its port for link tests, and its share of the line', async () => {
  const linkPort = await closedPort();
  const hub = await startRealHub(join(folder, 'ports'), { linkPort, lineMbps: { down: 40, up: 8 } });
  const point = await enrolledPoint(hub, '1', join(folder, 'point-3'));
  const granted = await point.linkGrant(AbortSignal.timeout(5_000));
  expect(granted).toMatchObject({
    ok: true,
    value: { udpPort: linkPort, tcpPort: linkPort, mostMbps: { down: 40, up: 8 } },
  });
  expect(await point.linkNeed({ down: 4, up: 4 }, AbortSignal.timeout(5_000))).toEqual({
    ok: true,
    value: { down: 4, up: 4 },
  });
  await point.close();
  await hub.stop();
});

it('knows a hub that shows another certificate than at enrolment', async () => {
  const dataDir = join(folder, 'moved');
  const hub = await startRealHub(dataDir);
  const port = Number(new URL(hub.url).port);
  const point = await enrolledPoint(hub, '1', join(folder, 'point-2'));
  await hub.stop();
  const { key, cert } = await makeCertificate();
  writeFileSync(join(dataDir, 'tls-key.pem'), key);
  writeFileSync(join(dataDir, 'tls-cert.pem'), cert);
  const other = await startRealHub(dataDir, { port });
  const outcome = await measureNode('link', {
    ...linkAccess(point),
    dataDir: folder,
    signal: new AbortController().signal,
    timeoutMs: DEFAULT_POLICY.probeTimeoutMs,
    onProgress: () => {},
  });
  expect(outcome).toMatchObject({ measurement: { reached: false, step: 'certificate', cause: 'pin-mismatch' } });
  await point.close();
  await other.stop();
});
