import { cpSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILE_VAULT } from '../../../electron/point/key-vault.ts';
import { recoverJournal } from '../../../electron/point/recover.ts';
import { entriesOf, pointSays, pointVerify, provinceVerify } from '../../bench/benches/faults/attacks/attack.ts';
import { hubAgainstPoint } from '../../bench/benches/faults/programs/whole.ts';
import {
  copyStage,
  file,
  type Stage,
  serve,
  unwrap,
  withPoint,
  workedStage,
} from '../../bench/benches/faults/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await workedStage();
});
afterAll(() => stage.remove());

async function recovered({ hubDir, pointDirs: [dataDir] }: Stage) {
  const hub = await serve(hubDir);
  const outcome = unwrap(await recoverJournal({ dataDir, vault: FILE_VAULT, now: Date.now, hubUrl: hub.url }));
  await hub.stop();
  return outcome;
}

async function expectWhole(on: Stage): Promise<void> {
  expect(await pointSays(on, on.pointDirs[0])).toEqual([]);
  expect(await pointVerify(on.pointDirs[0])).toEqual([]);
  expect(await provinceVerify(on.hubDir)).toEqual([]);
  expect(await hubAgainstPoint(on.hubDir, on.pointDirs[0])).toEqual({ lost: 0, doubled: 0, faults: 0 });
}

test('an old copy goes on behind what the province has, with what was recorded on it', async () => {
  const on = copyStage(stage);
  const [dir] = on.pointDirs;
  cpSync(dir, `${dir}-copy`, { recursive: true });
  const hub = await serve(on.hubDir);
  await withPoint(dir, hub.url, async (point) => {
    await file(point, 3);
    unwrap(await point.syncNow());
  });
  await hub.stop();
  rmSync(dir, { recursive: true });
  cpSync(`${dir}-copy`, dir, { recursive: true });
  await withPoint(dir, 'http://127.0.0.1:9', (point) => file(point, 2));
  expect(await pointSays(on, dir)).toContain('journal-rolled-back');

  expect(await recovered(on)).toMatchObject({ fetched: 12, kept: 0, filedAgain: 2 });
  expect(entriesOf(dir)).toHaveLength(14);
  await expectWhole(on);
  on.remove();
});

test('a damaged journal comes back from the province; what was not sent is kept where it can be read', async () => {
  const on = copyStage(stage);
  const [dir] = on.pointDirs;
  const journal = join(dir, 'journal.db');
  truncateSync(journal, 4096);
  const { fetched, setAside } = await recovered(on);
  expect(fetched).toBe(8);
  expect(setAside).toMatch(/journal\.db\.set-aside-/);
  await expectWhole(on);
  on.remove();
});

test('a whole journal stays as it is', async () => {
  const on = copyStage(stage);
  const before = entriesOf(on.pointDirs[0]);
  expect(await recovered(on)).toMatchObject({ fetched: 8, kept: 1, filedAgain: 0 });
  expect(entriesOf(on.pointDirs[0])).toEqual(before);
  await expectWhole(on);
  on.remove();
});
