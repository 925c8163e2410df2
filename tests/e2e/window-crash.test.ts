import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTranslator } from '../../shared/strings/translator.ts';
import { launchApp } from '../support/electron-app.ts';

test('a window whose process ends is loaded again and looks as it did, and the failure kept and told', async () => {
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
  const { t } = createTranslator('vi');
  const scheme = 'document.documentElement.dataset.mantineColorScheme';
  expect(await inWindow(scheme)).toBe('light');
  await running.page.getByRole('button', { name: t('home.options.open') }).click();
  await running.page.getByRole('radio', { name: t('home.options.appearances.dark') }).check();
  await expect.poll(() => inWindow(scheme)).toBe('dark');
  // For the next window.
  const kept = () => JSON.parse(readFileSync(join(dataDir, 'window-state.json'), 'utf8'));
  await expect.poll(kept).toMatchObject({ appearance: 'dark' });
  // What is asked of a page whose process is gone is never answered: it is asked once the page is there again.
  await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((done) => contents?.once('did-finish-load', () => done()));
    contents?.forcefullyCrashRenderer();
    return loaded;
  });
  await expect.poll(() => inWindow('document.body.innerText'), { timeout: 30_000 }).toContain('Mã ghi danh');
  expect(await inWindow(scheme)).toBe('dark');
  const info = await inWindow("window.diemCau.request('app:info', {})");
  expect(info).toMatchObject({ ok: true, value: { lastCrashAt: expect.any(Number) } });
  expect(await inWindow("window.diemCau.request('crash:seen', {})")).toMatchObject({ ok: true });
  expect(await inWindow("window.diemCau.request('app:info', {})")).toMatchObject({
    ok: true,
    value: { lastCrashAt: null },
  });
});
