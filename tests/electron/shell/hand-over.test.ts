import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type HandOver, handOver } from '../../../electron/shell/updates/hand-over.ts';
import { release } from '../../../shared/updates/release.ts';
import { fileOf } from '../point/updates/signing.ts';

vi.setConfig({ testTimeout: 60_000 });

/** An AppImage of two lines that tells that it was started, and a newer one as it was fetched. */
function world(change: Partial<HandOver['file']> = {}) {
  const place = mkdtempSync(join(tmpdir(), 'diem-cau-hand-over-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const content = Buffer.from(
    `#!/bin/sh\nprintf 'silent %s' "$APPIMAGE_SILENT_INSTALL" >"${join(place, 'started')}"\n`,
  );
  const path = join(place, 'diem-cau-0.2.0.AppImage');
  const appImage = join(place, 'Điểm Cầu.AppImage');
  writeFileSync(path, content);
  writeFileSync(appImage, '#!/bin/sh\nexit 1\n');
  chmodSync(appImage, 0o755);
  vi.stubEnv('APPIMAGE', appImage);
  onTestFinished(() => void vi.unstubAllEnvs());
  const file = { ...fileOf('diem-cau-0.2.0.AppImage', content, { installation: 'appimage' }), ...change };
  const order: HandOver = {
    ...{ installation: 'appimage', path, file, folder: join(place, 'work') },
    release: release.parse({ version: '0.2.0', signedAt: 1000, files: [file] }),
    app: { name: 'diem-cau', version: '0.1.0', userDataPath: place, quit: () => undefined, relaunch: () => undefined },
  };
  return { order, content, appImage, started: join(place, 'started') };
}

test('electron-updater puts our file in the place of the AppImage and starts it, without any network', async () => {
  const { order, content, appImage, started } = world();
  expect(await handOver(order)).toEqual({ ok: true, value: null });
  expect(readFileSync(appImage).equals(content)).toBe(true);
  await vi.waitFor(() => expect(readFileSync(started, 'utf8')).toBe('silent true'), { timeout: 25_000 });
});

test('an older version goes the same way: whether it may come was judged before', async () => {
  const { order, content, appImage } = world();
  const older = { ...order, app: { ...order.app, version: '0.3.0' } };
  expect((await handOver(older)).ok).toBe(true);
  expect(readFileSync(appImage).equals(content)).toBe(true);
});

test('a file that is not there is a failure in words, and the old one stays', async () => {
  const { order, appImage, started } = world();
  rmSync(order.path);
  expect(await handOver(order)).toMatchObject({ ok: false, error: { code: 'update-failed' } });
  expect([readFileSync(appImage, 'utf8'), existsSync(started)]).toEqual(['#!/bin/sh\nexit 1\n', false]);
});
