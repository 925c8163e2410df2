import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { measureNode } from '../../../../electron/checks/node-probes.ts';
import { openPointService } from '../../../../electron/point/point-service.ts';
import { openDatabase } from '../../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../../electron/province/db/points.ts';
import { issueEnrolmentCode } from '../../../../electron/province/enrolment/issue-code.ts';
import { hubFacts } from '../../../../electron/province/identity.ts';
import { stderrLog } from '../../../../electron/province/log.ts';
import { type RunningHub, startHub } from '../../../../electron/province/server.ts';
import { judge } from '../../../../shared/checks/registry.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'dc-link-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A hub as a province runs it: over TLS, with a certificate of its own. */
async function serve(): Promise<{ hub: RunningHub; code: string }> {
  const dataDir = join(folder, 'hub');
  const hub = await startHub({ dataDir, host: '0.0.0.0', port: 0, consoleDir: null, log: stderrLog('silent') });
  const db = await openDatabase({ dataDir });
  await upsertPoints(db, [{ code: '1', name: 'Xã A', kind: 'commune' }]);
  const { publicUrl, pin } = await hubFacts(db);
  const address = { url: publicUrl ?? '', pin };
  const issued = await issueEnrolmentCode(db, { point: '1', address, actor: 'cli', now: Date.now() });
  await db.destroy();
  if (!issued.ok) throw new Error(issued.error.code);
  return { hub, code: issued.value.code };
}

it('measures from an enrolled point to its hub, and cannot once the hub is down', async () => {
  const { hub, code } = await serve();
  const opened = await openPointService({ dataDir: join(folder, 'point'), appVersion: '0.0.0-test' });
  if (!opened.ok) throw new Error(opened.error.code);
  const point = opened.value;
  expect(await point.enrol(code)).toMatchObject({ ok: true });
  const measure = () =>
    measureNode('link', {
      hub: point.hub(),
      grant: (signal) => point.linkGrant(signal),
      dataDir: folder,
      signal: new AbortController().signal,
      timeoutMs: DEFAULT_POLICY.probeTimeoutMs,
      onProgress: () => {},
    });
  const up = await measure();
  expect(up).toMatchObject({ kind: 'measured', measurement: { reached: true, udp: { sent: 200 } } });
  expect(['pass', 'warn']).toContain(judge('link', up, DEFAULT_POLICY).verdict);
  await hub.stop();
  const down = await measure();
  expect(judge('link', down, DEFAULT_POLICY)).toMatchObject({ verdict: 'unmeasured', reason: 'hub-unreachable' });
  await point.close();
});
