import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type HandOver, handOver } from '../../../electron/shell/updates/hand-over.ts';
import { release } from '../../../shared/updates/release.ts';
import { fileOf } from '../point/updates/signing.ts';

vi.setConfig({ testTimeout: 60_000 });

/** An AppImage of two lines that tells that it was started, and a newer one as it was fetched. */
function world(change: Partial<HandOver['file']> = {}, name = 'Điểm Cầu.AppImage') {
  const place = mkdtempSync(join(tmpdir(), 'diem-cau-hand-over-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const content = Buffer.from(
    `#!/bin/sh\nprintf 'silent %s' "$APPIMAGE_SILENT_INSTALL" >"${join(place, 'started')}"\n`,
  );
  const path = join(place, 'diem-cau-0.2.0.AppImage');
  const appImage = join(place, name);
  writeFileSync(path, content);
  writeFileSync(appImage, '#!/bin/sh\nexit 1\n');
  chmodSync(appImage, 0o755);
  vi.stubEnv('APPIMAGE', appImage);
  onTestFinished(() => void vi.unstubAllEnvs());
  const file = { ...fileOf('diem-cau-0.2.0.AppImage', content, { installation: 'appimage' }), ...change };
  const moved: string[] = [];
  const order: HandOver = {
    ...{ installation: 'appimage', path, file, folder: join(place, 'work') },
    release: release.parse({ version: '0.2.0', signedAt: 1000, files: [file] }),
    app: { name: 'diem-cau', version: '0.1.0', userDataPath: place, quit: () => undefined, relaunch: () => undefined },
    onMoved: (to) => moved.push(to),
  };
  return { order, content, appImage, moved, place, started: join(place, 'started') };
}

/** It writes into a folder that is removed after the test. */
const told = (started: string) =>
  vi.waitFor(() => expect(readFileSync(started, 'utf8')).toBe('silent true'), { timeout: 25_000 });

test('electron-updater puts our file in the place of the AppImage and starts it, without any network', async () => {
  const { order, content, appImage, started } = world();
  expect(await handOver(order)).toEqual({ ok: true, value: null });
  expect(readFileSync(appImage).equals(content)).toBe(true);
  await told(started);
});

test('one that bears its version in its name gets the name of the new one, and that is told', async () => {
  const { order, appImage, moved, place, started } = world({}, 'diem-cau-0.1.0.AppImage');
  // Beside it lies what was fetched, as anywhere else.
  const fetched = join(place, 'files', 'diem-cau-0.2.0.AppImage');
  mkdirSync(join(place, 'files'));
  renameSync(order.path, fetched);
  expect((await handOver({ ...order, path: fetched })).ok).toBe(true);
  expect([moved, existsSync(appImage)]).toEqual([[join(place, 'diem-cau-0.2.0.AppImage')], false]);
  await told(started);
});

test('an older version goes the same way: whether it may come was judged before', async () => {
  const { order, content, appImage, started } = world();
  const older = { ...order, app: { ...order.app, version: '0.3.0' } };
  expect((await handOver(older)).ok).toBe(true);
  expect(readFileSync(appImage).equals(content)).toBe(true);
  await told(started);
});

test('a file that is not there is a failure in words, and the old one stays', async () => {
  const { order, appImage, started } = world();
  rmSync(order.path);
  expect(await handOver(order)).toMatchObject({ ok: false, error: { code: 'update-failed' } });
  expect([readFileSync(appImage, 'utf8'), existsSync(started)]).toEqual(['#!/bin/sh\nexit 1\n', false]);
});
