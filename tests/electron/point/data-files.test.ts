import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isUnused } from '../../../electron/point/data-files.ts';
import { copyBeforeUpdate } from '../../../electron/point/updates/data-copy.ts';
import { temporaryFolder } from './folder.ts';
import { unwrap } from './open-chain.ts';
import { openPoint } from './open-point.ts';
import { startSmallHub } from './small-hub.ts';

test('a folder is unused with nothing but what a window keeps, and not with any one file of a point left', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'window'));
  writeFileSync(join(folder, 'window-state.json'), '{}');
  expect(isUnused(folder)).toBe(true);

  const hub = await startSmallHub();
  unwrap(copyBeforeUpdate(folder, '1.0.0'));
  const point = await openPoint(folder);
  unwrap(await point.enrol(hub.code()));
  await point.close();
  const files = readdirSync(folder).filter((name) => /\.(db|json)$/.test(name) && name !== 'window-state.json');
  const told = files.filter((name) => {
    const rest = temporaryFolder();
    copyFileSync(join(folder, name), join(rest, name));
    return !isUnused(rest);
  });
  // The schedule alone is fetched again, and decides nothing.
  expect(files.filter((name) => !told.includes(name))).toEqual(['feed.json']);
  expect(told.sort()).toEqual(['device-key.json', 'enrolment.json', 'journal.db', 'opened-by.json', 'pins.db']);
});
