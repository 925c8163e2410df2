import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { forgetLetters } from '../../../../electron/point/attachments/forget-letters.ts';
import { ATTACHMENTS_FOLDER } from '../../../../electron/point/attachments/keep-attachment.ts';
import { ok } from '../../../../shared/result.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2027, 0, 31);

function folderOf(files: Readonly<Record<string, number>>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'dc-forget-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const folder = join(dataDir, ATTACHMENTS_FOLDER);
  mkdirSync(folder);
  for (const [name, days] of Object.entries(files)) {
    writeFileSync(join(folder, name), 'x');
    utimesSync(join(folder, name), (NOW - days * DAY) / 1000, (NOW - days * DAY) / 1000);
  }
  return { dataDir, left: () => readdirSync(folder).sort() };
}

it('deletes a letter so many days after it was sent, and never one that still waits', () => {
  const files = { old: 400, 'old.sent': 366, fresh: 400, 'fresh.sent': 364, waiting: 900, 'lost.sent': 900 };
  const { dataDir, left } = folderOf(files);
  expect(forgetLetters(dataDir, 365, NOW)).toEqual(ok(2));
  expect(left()).toEqual(['fresh', 'fresh.sent', 'waiting']);
  expect(forgetLetters(dataDir, 365, NOW)).toEqual(ok(0));
});
