import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHubClient } from '../../../electron/point/hub-client.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../electron/province/db/points.ts';
import { issueEnrolmentCode } from '../../../electron/province/enrolment/issue-code.ts';
import { hubFacts } from '../../../electron/province/identity.ts';
import { stderrLog } from '../../../electron/province/log.ts';
import { type RunningHub, startHub } from '../../../electron/province/server.ts';
import type { EnrolmentCode } from '../../../shared/protocol/enrolment.ts';
import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { ok } from '../../../shared/result.ts';
import { makeDevice, type TestDevice } from '../../support/device.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'dc-client-'));
let hub: RunningHub;
let code: EnrolmentCode;

beforeAll(async () => {
  hub = await startHub({ dataDir, host: '0.0.0.0', port: 0, consoleDir: null, log: stderrLog('silent') });
  const db = await openDatabase({ dataDir });
  await upsertPoints(db, [{ code: '1', name: 'Xã A', kind: 'commune' }]);
  const { publicUrl, pin } = await hubFacts(db);
  const address = { url: publicUrl ?? '', pin };
  const issued = await issueEnrolmentCode(db, { point: '1', address, actor: 'cli', now: Date.now() });
  await db.destroy();
  code = parseEnrolmentCode(issued.ok ? issued.value.code : '')!;
});
afterAll(async () => {
  await hub.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

function clientOf(device: TestDevice, pin: string | null = code.pin ?? null) {
  return createHubClient({ url: code.hub, pin }, async () => ok(await device.token(hub.hubId, Date.now())));
}

describe('a point’s client and the hub over TLS', () => {
  it('enrols, reads its feed, sends its lines and gets leave to measure its line', async () => {
    const device = await makeDevice('1');
    const client = clientOf(device);
    expect(await client.health()).toMatchObject({ ok: true, value: { hubId: hub.hubId } });
    const request = { point: '1', secret: code.secret, deviceKey: device.key, deviceName: 'máy', appVersion: '1' };
    expect(await client.enrol(request)).toMatchObject({ ok: true, value: { deviceId: device.id } });
    const first = await client.feed(null);
    const etag = first.ok && first.value.kind === 'changed' ? first.value.etag : null;
    expect(etag).not.toBeNull();
    expect(await client.feed(etag)).toEqual({ ok: true, value: { kind: 'unchanged' } });
    const event = { type: 'enrolled', pointName: 'Xã A', hubUrl: code.hub, appVersion: '1' } as const;
    const pushed = await client.push([await device.sign(event, 1)]);
    expect(pushed).toMatchObject({ ok: true, value: { accepted: 1, duplicates: 0 } });
    expect(await client.linkSession({})).toMatchObject({
      ok: true,
      value: { id: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    await client.close();
  });

  it('does not speak to a hub that shows another certificate', async () => {
    const client = clientOf(await makeDevice('1'), 'A'.repeat(43));
    expect(await client.health()).toMatchObject({ ok: false, error: { code: 'hub-wrong-certificate' } });
    await client.close();
  });
});
