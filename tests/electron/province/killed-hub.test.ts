import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TestDevice } from '../../support/device.ts';
import { enrolOver, pushOver } from './over-http.ts';
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
  return enrolOver(hub, JSON.parse(stdout).code);
}

describe('a hub that is killed while a device sends', () => {
  it('has every line once after it came back, and none that it acknowledged is missing', {
    timeout: 120_000,
  }, async () => {
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
      const answering = pushOver(hub, device, sent);
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
    expect(JSON.parse(verified.stdout)).toMatchObject({ devices: 1, entries: LINES, faults: [], tree: { faults: [] } });
    const resent = await pushOver(hub, device, lines);
    expect(resent).toMatchObject({ accepted: 0, duplicates: LINES });
    await hub.end('SIGTERM');
  });
});
