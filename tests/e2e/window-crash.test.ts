import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launchApp } from '../support/electron-app.ts';

test('a window whose process ends is loaded again, and the failure kept and told', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-crash-'));
  const running = await launchApp({ role: 'point', dataDir });
  onTestFinished(async () => {
    await running.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  await running.page.getByRole('textbox', { name: 'Mã ghi danh' }).waitFor();
  const inWindow = (script: string) =>
    running.app.evaluate(({ BrowserWindow }, code) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.webContents.executeJavaScript(code) as Promise<unknown>;
    }, script);
  // What is asked of a page whose process is gone is never answered: it is asked once the page is there again.
  await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((done) => contents?.once('did-finish-load', () => done()));
    contents?.forcefullyCrashRenderer();
    return loaded;
  });
  await expect.poll(() => inWindow('document.body.innerText'), { timeout: 30_000 }).toContain('Mã ghi danh');
  const info = await inWindow("window.diemCau.request('app:info', {})");
  expect(info).toMatchObject({ ok: true, value: { lastCrashAt: expect.any(Number) } });
  expect(await inWindow("window.diemCau.request('crash:seen', {})")).toMatchObject({ ok: true });
  expect(await inWindow("window.diemCau.request('app:info', {})")).toMatchObject({
    ok: true,
    value: { lastCrashAt: null },
  });
});
