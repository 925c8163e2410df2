import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withStore } from '../../../electron/cli/province/store.ts';
import { stderrLog } from '../../../electron/province/log.ts';
import { LostProvince, signOfOlder } from '../../../electron/province/lost-province.ts';
import { startHub } from '../../../electron/province/server.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-lost-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const start = (dataDir: string) =>
  startHub({ dataDir, host: '127.0.0.1', port: 0, consoleDir: null, log: stderrLog('silent') });

describe('an empty database', () => {
  it.each([
    ['tls-cert.pem', 'tls-cert.pem'],
    ['diem-cau-2026-01-31-0700.backup.gz', 'diem-cau-2026-01-31-0700.backup.gz'],
    ['before-update/2026-before-0020.sqlite', '2026-before-0020.sqlite'],
    ['notes.txt', null],
  ])('beside %s: %s is of an older province', (file, sign) => {
    const folder = newFolder();
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
    expect(signOfOlder(folder)).toBe(sign);
  });

  it('is not served as a new province where one was lost, and is said how to restore', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await first.stop();
    const backup = join(dataDir, 'diem-cau-2026-01-31-0700.backup.gz');
    writeFileSync(backup, '');
    // Found again as long as its database is there.
    const again = await start(dataDir);
    expect(again.hubId).toBe(first.hubId);
    await again.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(join(dataDir, `hub.sqlite${end}`), { force: true });
    const refused = await start(dataDir).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LostProvince);
    expect(refused).toMatchObject({
      failure: { code: 'hub-database-lost', values: { sign: 'diem-cau-2026-01-31-0700.backup.gz' } },
    });
  });

  it('is not even made by who only looks', async () => {
    const dataDir = join(newFolder(), 'mistyped');
    await expect(withStore({ data: dataDir }, async () => null, 'look')).rejects.toThrow('hub-database-empty');
    expect(existsSync(dataDir)).toBe(false);
  });
});
