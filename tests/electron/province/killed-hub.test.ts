import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { pushResponse } from '../../../shared/protocol/entries.ts';
import { makeDevice, type TestDevice } from '../../support/device.ts';
import { type HubProcess, provinceProgram } from './program.ts';

const { run, serve } = provinceProgram();
const folder = mkdtempSync(join(tmpdir(), 'dc-kill-'));
const data = ['--data', join(folder, 'hub')];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KILLS = 6;
const LINES = 60;
const BATCH = 3;

async function enrol(hub: HubProcess): Promise<TestDevice> {
  const points = join(folder, 'points.csv');
  writeFileSync(points, 'code,name,kind\n1,Xã A,commune\n');
  await run('import-points', points, ...data);
  const { stdout } = await run('enrol', '--point', '1', '--json', ...data);
  const code = parseEnrolmentCode(JSON.parse(stdout).code);
  const device = await makeDevice('1');
  const answer = await fetch(`${hub.url}/api/point/enrolments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ point: '1', secret: code?.secret, deviceKey: device.key, deviceName: '', appVersion: '1' }),
  });
  expect(answer.status).toBe(200);
  return device;
}

/** What the hub answered, or null when it died before it could. */
async function push(hub: HubProcess, device: TestDevice, entries: readonly string[]) {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${await device.token(hub.hubId, Date.now())}`,
  };
  const request = { method: 'POST', headers, body: JSON.stringify({ entries }) };
  const answer = await fetch(`${hub.url}/api/point/entries`, request).catch(() => null);
  const body: unknown = await answer?.json().catch(() => null);
  return body == null ? null : pushResponse.parse(body);
}

describe('a hub that is killed while a device sends', () => {
  it('has every line once after it came back, and none that it acknowledged is missing', async () => {
    let hub = await serve(...data);
    const device = await enrol(hub);
    const lines: string[] = [];
    for (let i = 0; i < LINES; i += 1) {
      const event = { type: 'manual-answer', meetingId: 'm', itemId: `${i % 10}`, answer: 'yes', note: '' } as const;
      lines.push(await device.sign(event, i));
    }
    let acknowledged = 0;
    let kills = 0;
    while (acknowledged < LINES) {
      const sent = lines.slice(acknowledged, acknowledged + BATCH);
      const answering = push(hub, device, sent);
      if (kills < KILLS && acknowledged >= kills * BATCH * 2) {
        kills += 1;
        // Every second time the hub dies with the push under way, otherwise right after its answer.
        if (kills % 2 === 0) await answering;
        await hub.end('SIGKILL');
        hub = await serve(...data);
      }
      if ((await answering) !== null) acknowledged += sent.length;
    }
    expect(kills).toBe(KILLS);
    const verified = await run('verify', '--json', ...data);
    expect(JSON.parse(verified.stdout)).toEqual({ devices: 1, entries: LINES, problems: [] });
    const resent = await push(hub, device, lines);
    expect(resent).toMatchObject({ accepted: 0, duplicates: LINES });
    await hub.end('SIGTERM');
  });
});
