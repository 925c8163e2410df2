import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveHooks } from '../electron/province/hook-receiver.ts';
import { type ConsolePage, openConsole } from '../support/console-page.ts';
import { type Hub, startHub } from '../support/province.ts';

const ADMIN = { username: 'quan-tri', password: 'mat-khau-thu-nghiem' };
const folder = mkdtempSync(join(tmpdir(), 'dc-others-'));
let hub: Hub;
let console: ConsolePage;

beforeAll(async () => {
  hub = await startHub(join(folder, 'hub'));
  const points = join(folder, 'points.csv');
  writeFileSync(points, 'code,name,kind\n21553,Phường Quy Nhơn Bắc,ward\n');
  await hub.command('import-points', points);
  const who = ['--username', ADMIN.username, '--role', 'admin', '--password', ADMIN.password];
  await hub.command('accounts', 'add', ...who);
  console = await openConsole(hub.url);
  await console.signIn(ADMIN.username, ADMIN.password);
  await console.page.getByRole('heading', { level: 1 }).waitFor();
});

afterAll(async () => {
  await console?.close();
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('an administrator lets another system pull, tries the call, and has it told', async () => {
  const { page, errors } = console;
  await page.goto(`${hub.url}/#/admin/tokens`);
  await page.getByRole('button', { name: 'Cấp token' }).click();
  await page.getByLabel(/^Tên hệ thống/).fill('Bảng tin');
  await page.getByLabel('Danh sách điểm cầu').check();
  await page.getByRole('button', { name: 'Tạo token' }).click();
  const token = (await page.getByText(/^dct_/).textContent()) ?? '';
  const pulled = await fetch(`${hub.url}/api/v1/points`, { headers: { authorization: `Bearer ${token}` } });
  expect(await pulled.json()).toMatchObject({ points: [{ code: '21553' }], more: false });

  await page.goto(`${hub.url}/#/admin/api`);
  await page.getByLabel('Token để thử').fill(token);
  const card = page.locator('details', { hasText: '/api/v1/points' }).first();
  await card.locator('summary').first().click();
  await card.getByRole('button', { name: 'Gọi thử' }).click();
  await card.getByText('Phường Quy Nhơn Bắc').waitFor();
  // What the token does not open is refused, though the person who tries it may read it.
  const other = page.locator('details', { hasText: '/api/v1/entries' }).first();
  await other.locator('summary').first().click();
  await other.getByRole('button', { name: 'Gọi thử' }).click();
  await other.getByText('auth-forbidden').first().waitFor();

  const receiver = await receiveHooks();
  await page.goto(`${hub.url}/#/admin/webhooks`);
  await page.getByRole('button', { name: 'Thêm webhook' }).click();
  await page.getByLabel(/^Địa chỉ nhận/).fill(receiver.url);
  await page.getByLabel('Cuộc họp được lập, sửa hoặc hủy').check();
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByText(/^whsec_/).waitFor();
  await page.getByRole('link', { name: receiver.url }).click();
  await page.getByRole('button', { name: 'Gửi thử' }).click();
  await page.getByText(/^Bên nhận đã nhận/).waitFor();
  const what = ['--id', 'm', '--title', 'Họp giao ban', '--start', '+30m', '--points', 'all'];
  await hub.command('meetings', 'add', ...what);
  await expect
    .poll(() => receiver.received.map(({ body }) => JSON.parse(body).type))
    .toEqual(['webhook.test', 'meeting.changed']);
  await page.getByRole('button', { name: 'Tải lại' }).click();
  await page.getByRole('cell', { name: 'Đã nhận' }).waitFor();
  // The refused try is what the browser itself reports.
  expect(errors.filter((text) => !text.includes('403'))).toEqual([]);
});
