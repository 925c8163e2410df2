import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../shared/strings/translator.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { type Answers, fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { FRESH, INFO, NOW } from './support/point-states.ts';

let pages: Pages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await pages.close();
});

vi.setConfig({ testTimeout: 30_000 });

const FILE = { sha256: 'A'.repeat(43), type: 'image/jpeg', bytes: 250_000 } as const;

async function open(locale: Locale = 'vi', answers: Answers = {}) {
  const opened = await openPage(browser, { clock: NOW });
  await fakeBridge(opened.page, { ...INFO, locale }, FRESH, {
    'attachment:keep': { ok: true, value: FILE },
    ...answers,
  });
  await opened.page.goto(pages.url('point'));
  await opened.page.locator('section:has(#leader)').waitFor();
  return opened;
}

const asked = async (page: Page, wanted: string): Promise<unknown[]> =>
  (await page.evaluate(() => Object(window).asked as [string, unknown][]))
    .filter(([name]) => name === wanted)
    .map(([, args]) => args);

async function sound(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  await keepPicture(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

async function openLetter(page: Page): Promise<void> {
  await page.locator('section:has(#leader) button').click();
  await page.getByRole('dialog').getByRole('listitem').getByRole('button', { name: 'Đại biểu mẫu B' }).click();
  await page.getByRole('dialog').getByRole('radio').nth(1).check();
  await page.getByRole('dialog').locator('summary').click();
}

describe('signing in', () => {
  it('takes the named leader eight keys, every digit of the PIN counted', async () => {
    const { page, complaints } = await open();
    const keys = ['F2', ...'246810', 'Enter'];
    await page.keyboard.press('F2');
    await page.locator('input[type=password]:focus').waitFor();
    await sound(page, 'point-sign-in-named', complaints);
    for (const key of keys.slice(1)) await page.keyboard.press(key);
    await page.locator('p[data-done]').waitFor();
    expect(keys.length).toBeLessThanOrEqual(8);
    expect(await asked(page, 'leader:sign-in')).toEqual([
      { meetingId: 'm1', personId: 'p1', pin: '246810', substitution: null },
    ]);
    await page.close();
  });

  it('leads from the named leader back to the list, and from there to another person', async () => {
    const { page } = await open();
    await page.keyboard.press('F2');
    await page.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click();
    await page.getByRole('dialog').getByRole('listitem').getByRole('button', { name: 'Đại biểu mẫu B' }).waitFor();
    await page.close();
  });

  it.each(['vi', 'en'] as const)('asks for all of a letter in %s: accessible, nothing clipped', async (locale) => {
    const { page, complaints } = await open(locale);
    await openLetter(page);
    const summary = page.getByRole('dialog').locator('summary');
    expect(await summary.textContent()).toMatch(locale === 'vi' ? /đồng ý \(phải có: / : /approval \(needed: /);
    await sound(page, `point-sign-in-letter-${locale}`, complaints);
    await page.setViewportSize({ width: 683, height: 384 });
    await sound(page, `point-sign-in-letter-200-${locale}`, complaints);
    await page.close();
  });

  it('records all of a letter, the claimed approval and the kept file', async () => {
    const { page } = await open();
    await openLetter(page);
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'giay-uy-quyen.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    });
    await dialog.getByText('Đã lưu tệp').waitFor();
    for (const [label, text] of [
      ['Số văn bản', '12/GUQ-UBND'],
      ['Ngày văn bản', '30/01/2026'],
      ['Người ký', 'Đại biểu mẫu A'],
      ['Lý do', 'Đi công tác'],
      ['Người đồng ý', 'Chủ trì mẫu'],
      ['Lúc', '07:30'],
      ['Mã PIN', '246810'],
    ] as const)
      await dialog.getByLabel(label).fill(text);
    await page.keyboard.press('Enter');
    await page.locator('p[data-done]').waitFor();
    expect(await asked(page, 'leader:sign-in')).toMatchObject([
      {
        personId: 'p2',
        substitution: {
          basis: 'authorisation',
          documentDate: '2026-01-30',
          authorised: { fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND xã' },
          scope: 'Cuộc họp “Họp trực tuyến về giải ngân vốn đầu tư công quý I năm 2026” ngày 31/01/2026',
          approvalClaim: { approver: 'Chủ trì mẫu', approvedAt: NOW - 5 * 60_000, channel: 'phone' },
          attachment: FILE,
        },
      },
    ]);
    await page.close();
  });

  it('says what to do about a file that is refused, and goes on without it', async () => {
    const refused = { ok: false, error: { code: 'attachment-size', values: { limit: 5 } } };
    const { page } = await open('vi', { 'attachment:keep': refused });
    await openLetter(page);
    const dialog = page.getByRole('dialog');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') });
    await dialog.getByRole('alert').getByText('5 MB').waitFor();
    await page.close();
  });
});

const AGAIN = { ok: false, error: { code: 'pin-code-wrong', values: {} } } as const;

describe('a forgotten PIN', () => {
  it.each(['vi', 'en'] as const)('is replaced with the code of the province in %s', async (locale) => {
    const { page, complaints } = await open(locale);
    await page.keyboard.press('F2');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Quên mã PIN|Forgot/ })
      .click();
    await page.locator('input[inputmode=numeric]:not([type=password]):focus').waitFor();
    await sound(page, `point-pin-reset-${locale}`, complaints);
    // The blank is how the code is read out.
    await page.keyboard.type('1234 5678');
    for (const text of ['135791', '135791']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
    await page.locator('p[data-done]').waitFor();
    expect(await asked(page, 'leader:set-pin')).toEqual([{ personId: 'p1', pin: '135791', code: '1234 5678' }]);
    expect(await asked(page, 'leader:sign-in')).toMatchObject([{ personId: 'p1', pin: '135791' }]);
    await page.close();
  });

  it('says what is wrong with a code, before and after it is sent, and keeps what was typed', async () => {
    const { page, complaints } = await open('vi', { 'leader:set-pin': AGAIN });
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Quên mã PIN?' }).click();
    await dialog.getByLabel('Mã của tỉnh (8 chữ số)').fill('1234 567');
    await dialog.getByLabel(/^Mã PIN mới/).fill('135791');
    await dialog.getByLabel('Nhập lại mã PIN').fill('135791');
    await page.keyboard.press('Enter');
    await dialog.getByText('Mã của tỉnh có đúng 8 chữ số.').waitFor();
    expect(await asked(page, 'leader:set-pin')).toEqual([]);
    await dialog.getByLabel('Mã của tỉnh (8 chữ số)').fill('1234 5670');
    await page.keyboard.press('Enter');
    await dialog.getByText('Mã của tỉnh không đúng.').waitFor();
    await sound(page, 'point-pin-reset-wrong', complaints);
    await page.setViewportSize({ width: 683, height: 384 });
    await sound(page, 'point-pin-reset-200', complaints);
    await page.close();
  });

  it('asks for the code at the first PIN where the policy wants one', async () => {
    const needed = { ok: true, value: { set: false, waitMs: 0, codeNeeded: true } };
    const { page } = await open('vi', { 'leader:pin-state': needed });
    await page.keyboard.press('F2');
    await page.getByRole('dialog').getByLabel('Mã của tỉnh (8 chữ số)').waitFor();
    await page.close();
  });
});
