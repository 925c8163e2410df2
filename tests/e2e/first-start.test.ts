import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { fakeDevices, launchApp, type RunningApp } from '../support/electron-app.ts';
import { makeQrPicture } from '../support/qr-picture.ts';
import { screenshot } from '../support/screenshot.ts';
import { Walk } from '../support/walk.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Two machines out of the box, in order: a province is founded, then a point joins it by the QR code on its sheet. */
describe('the first start', () => {
  const workDir = mkdtempSync(join(tmpdir(), 'diem-cau-first-'));
  const walks: Record<string, object> = {};
  const running: RunningApp[] = [];
  let code = '';

  afterAll(async () => {
    for (const one of running.reverse()) await one.close();
    rmSync(workDir, { recursive: true, force: true });
    mkdirSync(join(root, 'test-output'), { recursive: true });
    writeFileSync(join(root, 'test-output', 'first-start.json'), JSON.stringify(walks));
  });

  async function unpack(name: string, switches: readonly string[] = []): Promise<RunningApp> {
    const home = join(workDir, name);
    mkdirSync(home);
    const app = await launchApp({ role: null, dataDir: null, switches, env: { XDG_CONFIG_HOME: home } });
    running.push(app);
    return app;
  }

  /** The window that takes the place of the first one. */
  async function next(app: RunningApp, act: () => Promise<void>): Promise<Page> {
    const opened = app.app.waitForEvent('window', { timeout: 60_000 });
    await act();
    return opened;
  }

  it('founds a province: name, address, first account, points, sheets, first meeting', async () => {
    const walk = new Walk();
    const province = await unpack('province');
    const setup = province.page;
    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
    await walk.read(setup, setup.getByText('Máy này dùng ở đâu?'));
    await screenshot(setup, 'first-role');
    await walk.press(setup.getByRole('button', { name: /^Cấp tỉnh/ }));
    await walk.read(setup, setup.getByText('Lập máy chủ của tỉnh'));
    await walk.fill(setup.getByLabel('Tên đơn vị'), 'UBND tỉnh mẫu');
    await walk.fill(setup.getByLabel('Số hỗ trợ'), '0269 300 0000');
    await walk.fill(setup.getByLabel('Địa chỉ của máy này'), '127.0.0.1');
    await walk.fill(setup.getByLabel('Cổng'), String(await freePort()));
    await walk.fill(setup.getByLabel('Tên đăng nhập quản trị'), 'quantri');
    await walk.fill(setup.getByLabel(/^Mật khẩu/), 'mat-khau-dai-1');
    await walk.fill(setup.getByLabel('Nhập lại mật khẩu'), 'mat-khau-dai-1');
    await screenshot(setup, 'first-province');
    const page = await next(province, () => walk.press(button(setup, 'Lập máy chủ')));
    await walk.fill(page.getByLabel('Tên đăng nhập'), 'quantri');
    await walk.fill(page.getByLabel('Mật khẩu', { exact: true }), 'mat-khau-dai-1');
    await walk.press(button(page, 'Đăng nhập'));
    await walk.read(page, page.getByRole('heading', { name: 'Bắt đầu' }));
    await page.getByText('UBND tỉnh mẫu').first().waitFor();
    await screenshot(page, 'first-console');

    await walk.press(page.getByRole('link', { name: /^Nạp danh sách điểm cầu/ }));
    await walk.press(button(page, 'Nạp danh sách điểm cầu'));
    const list = join(workDir, 'points.csv');
    writeFileSync(list, 'code,name,kind\n23638,UBND xã Ia Krái,xã\n21553,Phường Quy Nhơn Bắc,phường\n');
    await walk.by(15, async () => {
      await page.locator('input[type=file]').setInputFiles(list);
    });
    await walk.press(page.getByRole('dialog').locator('button[type=submit]'));
    await walk.read(page, page.getByRole('dialog').getByRole('status'));
    await page.keyboard.press('Escape');
    await page.getByText('UBND xã Ia Krái').first().waitFor();

    await walk.press(page.getByRole('link', { name: 'Mã ghi danh', exact: true }));
    await walk.press(button(page, 'Cấp mã cho điểm cầu chưa có máy'));
    const ticket = page.getByRole('listitem').filter({ hasText: 'UBND xã Ia Krái' });
    await walk.read(page, ticket);
    await screenshot(page, 'first-sheet');
    code = (await ticket.getByText(/^DC1\./).textContent()) ?? '';

    await walk.press(page.getByRole('link', { name: 'Cuộc họp', exact: true }));
    await walk.press(page.getByRole('link', { name: /^Lập cuộc họp đầu tiên/ }));
    await walk.fill(page.getByLabel('Tên cuộc họp'), 'Họp giao ban đầu tiên');
    await walk.fill(page.getByLabel('Chủ trì'), 'Chủ tịch UBND tỉnh');
    await walk.press(page.locator('form button[type=submit]'));
    await walk.read(page, page.getByText('Họp giao ban đầu tiên').first());
    expect(province.consoleErrors.filter((text) => !/status of 401/.test(text))).toEqual([]);
    walks.province = walk.result();
  });

  it('makes a machine a point: the sheet held before the camera, devices, the first check', async () => {
    expect(code).toMatch(/^DC1\./);
    const walk = new Walk();
    const point = await unpack('point', fakeDevices({ camera: await makeQrPicture(code, workDir) }));
    const setup = point.page;
    await walk.read(setup, setup.getByText('Máy này dùng ở đâu?'));
    const page = await next(point, () => walk.press(setup.getByRole('button', { name: /^Điểm cầu/ })));
    await walk.read(page, page.getByRole('heading', { name: 'Ghi danh điểm cầu' }));
    await walk.by(12, () => page.getByRole('button', { name: 'Đưa mã QR trên phiếu trước camera' }).click());
    await walk.read(page, page.getByRole('heading', { name: 'UBND xã Ia Krái' }));
    await screenshot(page, 'first-devices');
    await walk.press(page.getByRole('button', { name: 'Kiểm tra lần đầu' }));
    await walk.read(page, page.getByText(/^Đã lưu kết quả lúc/));
    await page.getByText('Đã gửi tới tỉnh').first().waitFor();
    await page.getByText('Họp giao ban đầu tiên').first().waitFor();
    await screenshot(page, 'first-checked');
    walks.point = walk.result();
  });

  it('keeps the check in its history, and writes one file for whoever helps without a name in it', async () => {
    const [, point] = running;
    if (!point) throw new Error('the point is not there');
    const page = point.app.windows().at(-1) as Page;
    const file = join(workDir, 'support.json');
    // In place of the person who chooses where to save it.
    await point.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, file);
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    await page.getByRole('dialog').getByText('Mới có một lần kiểm tra').waitFor();
    await page.getByRole('button', { name: 'Lưu tệp…' }).click();
    await page.getByText(`Đã lưu: ${file}`).waitFor();
    await screenshot(page, 'history');
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'diem-cau-support-1', withPeople: false, checks: [{}] });
    expect(text).not.toContain('Họp giao ban đầu tiên');
    expect(text).not.toContain('Chủ tịch');
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
