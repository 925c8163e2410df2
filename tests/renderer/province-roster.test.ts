import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { FakeHub, NOW } from './support/fake-hub.ts';
import { FakeRoster } from './support/fake-roster.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 30_000 });

const ROSTER = '#/points/23638';

let pages: Pages;
let browser: Browser;
let hub: FakeHub;
let roster: FakeRoster;

beforeAll(async () => {
  pages = await servePages((request, response) => roster.handle(request, response) || hub.handle(request, response));
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

beforeEach(() => {
  hub = new FakeHub();
  hub.signedIn = true;
  hub.role = 'operator';
  roster = new FakeRoster();
});

async function open(hash: string, locale = 'vi') {
  const opened = await openPage(browser, { clock: NOW });
  await opened.page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
  await opened.page.goto(pages.url('province') + hash);
  await opened.page.locator('tbody tr, li a').first().waitFor();
  return opened;
}

async function sound(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  await keepPicture(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

describe.each(['vi', 'en'])('the roster’s screens in %s', (locale) => {
  it.each([
    ['points', '#/points'],
    ['roster', ROSTER],
  ])('%s: accessible, nothing clipped, also at 200 %%', async (name, hash) => {
    const { page, complaints } = await open(hash, locale);
    await sound(page, `province-${name}-${locale}`, complaints);
    await page.setViewportSize({ width: 683, height: 384 });
    await sound(page, `province-${name}-200-${locale}`, complaints);
    await page.close();
  });

  it('shows a code once, large: accessible, nothing clipped', async () => {
    const { page, complaints } = await open(ROSTER, locale);
    await page
      .getByRole('button', { name: /: Đại biểu mẫu A$/ })
      .first()
      .click();
    await sound(page, `province-pin-code-ask-${locale}`, complaints);
    await page.getByRole('dialog').getByRole('button').last().click();
    await page.getByText('0042 1357').waitFor();
    expect(roster.asked).toEqual([{ at: '/roster/p1/pin-code', body: {} }]);
    await sound(page, `province-pin-code-${locale}`, complaints);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText('0042 1357').count()).toBe(0);
    await page.close();
  });
});

describe('the roster at work', () => {
  it('is reached through the navigation by those who keep it, and by nobody else', async () => {
    const { page } = await open('');
    await page.locator('a[href="#/points"]').click();
    await page.getByRole('textbox').fill('dak doa');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('textbox').fill('ia krai');
    await page.getByRole('link', { name: 'UBND xã Ia Krái' }).click();
    await page.getByRole('heading', { name: 'UBND xã Ia Krái' }).waitFor();
    await page.close();
    hub.role = 'office';
    const office = await open('');
    expect(await office.page.locator('a[href="#/points"]').count()).toBe(0);
    await office.page.evaluate(() => {
      location.hash = '#/points';
    });
    await office.page.getByRole('alert').waitFor();
    await office.page.close();
  });

  it('finds people without accents by name, title and field', async () => {
    const { page } = await open(ROSTER);
    const search = page.getByLabel('Tìm theo tên, chức vụ, lĩnh vực (không cần dấu)');
    for (const [query, shown] of [
      ['rah lan', '1/3 người'],
      ['dan toc', '1/3 người'],
      ['chu tich', '3/3 người'],
      ['khong ai', '0/3 người'],
    ] as const) {
      await search.fill(query);
      await page.getByText(shown).waitFor();
    }
    await page.close();
  });

  it('adds a person, and says what is missing or refused in words', async () => {
    const { page, complaints } = await open(ROSTER);
    await page.getByRole('button', { name: 'Thêm người' }).click();
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('Enter');
    await dialog.getByText('Ghi họ và tên.').waitFor();
    await dialog.getByLabel('Họ và tên').fill('Siu Mẫu');
    await dialog.getByLabel('Chức vụ').fill('Trưởng Công an');
    await dialog.getByLabel('Lĩnh vực phụ trách').fill('An ninh\n\nTrật tự');
    roster.refusal = { code: 'person-known', values: {} };
    const save = dialog.getByRole('button', { name: 'Lưu và gửi tới điểm cầu' });
    await save.click();
    await dialog.getByRole('alert').waitFor();
    await sound(
      page,
      'province-person-refused',
      complaints.filter((text) => !/status of 409/.test(text)),
    );
    roster.refusal = null;
    await save.click();
    await dialog.waitFor({ state: 'hidden' });
    const what = { fullName: 'Siu Mẫu', title: 'Trưởng Công an', fields: ['An ninh', 'Trật tự'], reason: '' };
    expect(roster.asked.at(-1)).toEqual({ at: '/roster/changes', body: { kind: 'add', ...what } });
    await page.close();
  });

  it('removes nobody without a reason', async () => {
    const { page } = await open(ROSTER);
    await page.getByRole('button', { name: 'Bỏ khỏi danh sách: Rah Lan Mẫu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Bỏ người này' }).click();
    await dialog.getByText('Ghi lý do.').waitFor();
    expect(roster.asked).toEqual([]);
    await dialog.getByLabel('Lý do, căn cứ').fill('Nghỉ hưu');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(roster.asked).toEqual([
      { at: '/roster/changes', body: { kind: 'remove', personId: 'p3', reason: 'Nghỉ hưu' } },
    ]);
    await page.close();
  });

  it('accepts a proposal, and refuses one with a reason only', async () => {
    const { page } = await open(ROSTER);
    const [first, second] = [0, 1].map((index) => page.locator('section li').nth(index));
    await second?.getByRole('button', { name: 'Không chấp nhận' }).click();
    await second?.getByText('Ghi lý do không chấp nhận.').waitFor();
    expect(roster.asked).toEqual([]);
    await second?.getByRole('textbox').fill('Chưa có quyết định');
    await second?.getByRole('button', { name: 'Không chấp nhận' }).click();
    await expect.poll(() => roster.asked.length).toBe(1);
    await first?.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
    await expect
      .poll(() => roster.asked)
      .toEqual([
        { at: '/proposals/h2/decision', body: { decision: 'refused', reason: 'Chưa có quyết định' } },
        { at: '/proposals/h1/decision', body: { decision: 'accepted', reason: '' } },
      ]);
    await page.close();
  });
});

describe.each(['vi', 'en'])('a person’s own data in %s', (locale) => {
  it('is given out and deleted by an administrator alone, with a reason', async () => {
    const remove = (page: Page) =>
      page.getByRole('button', { name: /^(Bỏ khỏi danh sách|Remove from the list): Đại biểu mẫu A$/ });
    const forOperator = await open(ROSTER, locale);
    await remove(forOperator.page).first().click();
    await forOperator.page.getByRole('dialog').getByRole('textbox').waitFor();
    expect(await forOperator.page.getByRole('dialog').getByRole('link').count()).toBe(0);
    await forOperator.page.close();
    hub.role = 'admin';
    const { page, complaints } = await open(ROSTER, locale);
    await remove(page).first().click();
    const dialog = page.getByRole('dialog');
    const link = dialog.getByRole('link');
    expect(await link.getAttribute('href')).toBe('/api/console/points/23638/roster/p1/data');
    await dialog.getByRole('button').last().click();
    await dialog.getByRole('textbox').and(page.locator('[aria-invalid="true"]')).waitFor();
    await sound(page, `province-person-data-${locale}`, complaints);
    await dialog.getByRole('textbox').fill('Theo đề nghị của người này');
    await dialog.getByRole('button').last().click();
    await dialog.getByRole('status').waitFor();
    expect(roster.asked).toEqual([{ at: '/roster/p1/erasure', body: { reason: 'Theo đề nghị của người này' } }]);
    expect(await dialog.getByRole('textbox').count()).toBe(0);
    const close = dialog.getByRole('button').last();
    await expect.poll(() => close.evaluate((button) => button === document.activeElement)).toBe(true);
    await sound(page, `province-person-forgotten-${locale}`, complaints);
    await page.close();
  });
});
