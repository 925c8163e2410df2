import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { furnishData, OPERATOR, POINT, provinceCommand } from '../support/province.ts';
import { isRunning } from '../support/running.ts';

describe('the application in the role of the province', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-province-'));
  const dataDir = join(workDir, 'province');
  let province: RunningApp;

  beforeAll(async () => {
    await furnishData((...args) => provinceCommand(dataDir, args), workDir);
    province = await launchApp({ role: 'province', dataDir });
  });
  afterAll(async () => {
    await province?.close();
    rmSync(workDir, { recursive: true, force: true });
  });

  it('runs the hub itself and shows its console', async () => {
    const { page } = province;
    expect(page.url()).toBe('app://province/province.html');
    await page.getByLabel('Tên đăng nhập').fill(OPERATOR.username);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('sai-mat-khau');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor();
    await page.getByLabel('Mật khẩu', { exact: true }).fill(OPERATOR.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText(OPERATOR.username).waitFor();
    // Meetings arrive through the hub's own address, live updates too.
    await page.getByText('Trực tiếp', { exact: true }).waitFor();
  });

  it('saves the report that its console offers', async () => {
    const { app, page } = province;
    const file = join(workDir, 'report.csv');
    // In place of the person who chooses where to save it.
    await app.evaluate(({ session }, path) => {
      session.defaultSession.once('will-download', (_event, item) => {
        item.setSavePath(path);
        item.once('done', (_done, state) => Reflect.set(globalThis, 'downloadState', state));
      });
    }, file);
    await page.getByText('Họp giao ban trực tuyến').first().click();
    await page.getByRole('link', { name: 'Chi tiết' }).click();
    await page.getByRole('link', { name: 'CSV' }).click();
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'downloadState'))).toBe('completed');
    expect(readFileSync(file, 'utf8')).toContain(POINT.code);
    expect(page.url()).toContain('app://province/');
  });

  it('gets no device, no bridge and nothing of the point', async () => {
    const reach = await province.page.evaluate(async () => ({
      bridge: typeof Reflect.get(globalThis, 'diemCau'),
      camera: (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
      point: (await fetch('app://point/point.html').catch(() => null))?.status ?? 'refused',
    }));
    expect(reach).toEqual({ bridge: 'undefined', camera: 'denied', point: 'refused' });
  });

  it('takes its hub along when it closes', async () => {
    const hubPids = await province.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ name }) => name === 'diem-cau-hub')
        .map(({ pid }) => pid),
    );
    expect(hubPids).toHaveLength(1);
    await province.close();
    // It notices by itself that the application is gone, a moment later.
    await expect.poll(() => isRunning(hubPids[0] ?? 0)).toBe(false);
  });
});
