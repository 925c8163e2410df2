import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { upsertPoints } from '../../electron/province/db/points.ts';
import { hostFixtures } from '../../shared/checks/host/fixtures.ts';
import { onSqlite } from '../electron/province/databases.ts';
import { makeHub, PASSWORD, POINT, type TestHub } from '../electron/province/hub.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { type Pages, servePages } from './support/pages.ts';
import { throughHub } from './support/real-hub.ts';

vi.setConfig({ testTimeout: 180_000 });

const openNew = onSqlite();
let pages: Pages;
let browser: Browser;
let hub: TestHub | null = null;

beforeAll(async () => {
  pages = await servePages((request, response) => throughHub(hub, request, response));
  browser = await openBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

/** A province of 135 points; one machine that measured for the meeting, a meeting, an administrator who is signed in. */
async function openAs(role: 'admin' | 'viewer', locale: string, hash: string) {
  const made = await makeHub(await openNew());
  hub = made;
  const others = Array.from({ length: 133 }, (_, at) => ({
    code: String(30_000 + at),
    name: `UBND xã Mẫu ${at}`,
    kind: 'commune',
  }));
  await upsertPoints(made.db, others);
  const device = await made.enrol();
  const measurement = { ...hostFixtures.ok };
  const result = {
    id: 'host',
    verdict: 'pass',
    reason: 'ok',
    values: {},
    findings: [] as never[],
    measurement,
    durationMs: 1,
  } as const;
  const line = await device.sign(
    {
      type: 'check-run',
      runId: crypto.randomUUID(),
      meetingId: 'giao-ban',
      policyVersion: 'default-1',
      trigger: 'person',
      startedAt: made.clock.ms,
      durationMs: 1,
      overall: 'unmeasured',
      results: [result],
    },
    made.clock.ms,
  );
  expect((await made.push(device, [line])).status).toBe(200);
  await made.signIn(role);
  const { page, complaints } = await openPage(browser);
  await page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
  await page.goto(pages.url('province') + hash);
  await page.locator('input[autocomplete=username]').fill(`nguoi-${role}`);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('main h1').waitFor();
  return { page, complaints, hub: made };
}

/** What is wrong with a screen, by its name. */
async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  await keepPicture(page, name);
  return [...(await axeFindings(page)), ...(await clippedTexts(page))].map((text) => `${name}: ${text}`);
}

async function sound(page: Page, name: string): Promise<void> {
  expect(await faultsOf(page, name)).toEqual([]);
}

const SCREENS = [
  ['points-list', '#/points', 'tbody tr'],
  ['manage', `#/points/${POINT}/manage`, 'tbody tr'],
  ['enrolment', '#/enrolment', 'main button'],
  ['policy', '#/admin/policy', 'section h2'],
  ['checklist', '#/admin/checklist', 'ol li'],
  ['accounts', '#/admin/accounts', 'tbody tr'],
  ['audit', '#/admin/audit', 'tbody tr'],
  ['backup', '#/admin/backup', 'section h2'],
  ['updates', '#/admin/updates', 'section button'],
] as const;

describe.each(['vi', 'en'])('administration in %s', (locale) => {
  it('is accessible on every screen and clips nothing, also at 200 %', async () => {
    const { page, complaints } = await openAs('admin', locale, '#/points');
    const faults: string[] = [];
    for (const [name, hash, first] of SCREENS) {
      await page.goto(pages.url('province') + hash);
      await page.locator(first).first().waitFor();
      faults.push(...(await faultsOf(page, `admin-${name}-${locale}`)));
      await page.setViewportSize({ width: 683, height: 384 });
      faults.push(...(await faultsOf(page, `admin-${name}-200-${locale}`)));
      await page.setViewportSize({ width: 1366, height: 768 });
    }
    expect(faults).toEqual([]);
    expect(complaints.filter((text) => !/status of 401/.test(text))).toEqual([]);
    await page.close();
  });
});

describe('administration at work', () => {
  it('imports points, prints codes for 135 of them, and changes a limit after seeing what it would do', async () => {
    const { page, hub: at } = await openAs('admin', 'vi', '#/points');
    await page.getByRole('button', { name: 'Nạp danh sách điểm cầu' }).click();
    const dialog = page.getByRole('dialog');
    const folder = mkdtempSync(join(tmpdir(), 'dc-lists-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const list = join(folder, 'diem-cau.csv');
    const write = (name: string) => writeFileSync(list, `Mã;Tên;Loại;Cụm\n${POINT};${name};ward;Cụm phía Đông\n;;;\n`);
    const choose = () => dialog.locator('input[type=file]').setInputFiles(list);
    const read = dialog.getByRole('button', { name: 'Nạp danh sách điểm cầu' });
    write('');
    await choose();
    await dialog.getByText('diem-cau.csv').waitFor();
    // What counts is what was chosen, though it is saved anew before it is sent.
    write('Phường Quy Nhơn Bắc');
    await read.click();
    await dialog.getByText('Dòng 2: cột “Tên” để trống hoặc không hợp lệ: “”').waitFor();
    await expect.poll(() => read.isDisabled()).toBe(true);
    await choose();
    await read.click();
    await dialog.getByText('Đã nạp 1 điểm cầu.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Cụm phía Đông').waitFor();

    await page.getByRole('link', { name: 'Mã ghi danh' }).click();
    await page.getByRole('button', { name: 'Cấp mã cho mọi điểm cầu' }).click();
    await page.getByText('Đã cấp 135 mã.').waitFor();
    expect(await page.getByRole('img', { name: /^Mã QR ghi danh/ }).count()).toBe(135);
    await sound(page, 'admin-code-sheet-vi');
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page
      .getByRole('button', { name: /^Hủy mã của/ })
      .first()
      .click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(134);

    await page.getByRole('link', { name: 'Quản trị' }).click();
    await page.getByRole('button', { name: 'Máy tính' }).click();
    await page.getByLabel('Cảnh báo khi bộ nhớ trống dưới').fill('12,5');
    await page.getByRole('status').getByText('1 thay đổi').waitFor();
    await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
    await page.getByText(/Thêm 1 điểm cầu đổi kết quả của một mục/).waitFor();
    await sound(page, 'admin-policy-preview-vi');
    await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
    await page.getByText('Ghi lý do.').waitFor();
    await page.getByLabel('Lý do, căn cứ').fill('Phần mềm họp mới cần nhiều bộ nhớ');
    await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
    await page.getByText('Đã lưu phiên bản 2026-01-31.1.').waitFor();
    await page.getByRole('button', { name: /^Xem khác biệt của phiên bản/ }).click();
    await page.getByText('Máy tính › Cảnh báo khi bộ nhớ trống dưới: 1 → 12,5').waitFor();
    await sound(page, 'admin-policy-history-vi');
    const { results } = {
      results: await at.db.selectFrom('policies').select(['version', 'actor', 'reason']).execute(),
    };
    expect(results).toContainEqual({
      version: '2026-01-31.1',
      actor: 'account:nguoi-admin',
      reason: 'Phần mềm họp mới cần nhiều bộ nhớ',
    });
    await page.close();
  });

  it('revokes a device and hands out the code for the next one', async () => {
    const { page } = await openAs('admin', 'vi', `#/points/${POINT}/manage`);
    await page.getByRole('button', { name: 'Thu hồi, thay máy…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do, căn cứ').fill('Máy hỏng');
    await dialog.getByRole('button', { name: 'Thu hồi và cấp mã cho máy thay thế' }).click();
    await page.getByText('Đã cấp 1 mã.').waitFor();
    await page.getByText(/Thu hồi lúc .* Máy hỏng/).waitFor();
    await sound(page, 'admin-replaced-vi');
    await page.close();
  });

  it('says what a new account lacks before it asks the hub', async () => {
    const { page } = await openAs('admin', 'vi', '#/admin/accounts');
    await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Thêm tài khoản' }).click();
    await form.getByText('Ghi tên đăng nhập.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('truc-moi');
    await form.getByRole('button', { name: 'Thêm tài khoản' }).click();
    await form.getByText('Mật khẩu cần ít nhất 8 ký tự.').waitFor();
    await form.getByLabel(/^Mật khẩu mới/).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'truc-moi' }).waitFor();
    await page.close();
  });

  it('says of a province without points what comes first', async () => {
    const { page } = await openAs('admin', 'vi', '#/');
    await page.route('**/api/console/points', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), points: [] } });
    });
    await page.route('**/api/console/enrolment-codes', async (route) => {
      const posted = route.request().method() === 'POST';
      await (posted ? route.fulfill({ json: { codes: [] } }) : route.fallback());
    });
    await page.goto(`${pages.url('province')}#/points`);
    await page.getByText('Chưa có điểm cầu nào.').waitFor();
    await page.getByRole('link', { name: 'Mã ghi danh' }).click();
    await page.getByRole('button', { name: 'Cấp mã cho mọi điểm cầu' }).click();
    await page.getByText('Không có điểm cầu nào cần mã.').waitFor();
    expect(await page.getByRole('button', { name: 'In phiếu' }).count()).toBe(0);
    await page.goto(`${pages.url('province')}#/new`);
    await page.getByText('Tất cả 0 điểm cầu').waitFor({ state: 'attached' });
    await page.getByLabel('Tên cuộc họp').fill('Họp thử');
    await page.keyboard.press('Enter');
    await page.getByText('Chưa có điểm cầu nào: vào mục Điểm cầu').waitFor();
    await page.close();
  });

  it('shows nobody what the role may not do', async () => {
    const { page } = await openAs('viewer', 'vi', '#/');
    expect(await page.getByRole('link', { name: 'Quản trị' }).count()).toBe(0);
    await page.goto(`${pages.url('province')}#/admin/accounts`);
    await page.getByRole('alert').waitFor();
    await page.close();
  });
});
