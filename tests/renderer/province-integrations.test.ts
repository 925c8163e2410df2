import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { FakeHub, NOW } from './support/fake-hub.ts';
import { FakeIntegrations } from './support/fake-integrations.ts';
import { openapiOfHub } from './support/openapi.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 30_000 });

let pages: Pages;
let browser: Browser;
let hub: FakeHub;
let others: FakeIntegrations;
let documents: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  documents = await openapiOfHub();
  pages = await servePages((request, response) => others.handle(request, response) || hub.handle(request, response));
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

beforeEach(() => {
  hub = new FakeHub();
  hub.signedIn = true;
  hub.role = 'admin';
  others = new FakeIntegrations();
  others.documents = documents;
});

async function open(hash: string, locale = 'vi') {
  const opened = await openPage(browser, { clock: NOW });
  await opened.page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
  await opened.page.goto(pages.url('province') + hash);
  await opened.page.locator('main tbody tr, main details').first().waitFor();
  return opened;
}

async function sound(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  await keepPicture(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

describe.each(['vi', 'en'])('the screens for other systems in %s', (locale) => {
  it.each([
    ['tokens', '#/admin/tokens'],
    ['webhooks', '#/admin/webhooks'],
    ['webhook', '#/admin/webhooks/wh-1'],
    ['reference', '#/admin/api'],
  ])('%s: accessible, nothing clipped, also at 200 %%', async (name, hash) => {
    const { page, complaints } = await open(hash, locale);
    await sound(page, `province-${name}-${locale}`, complaints);
    await page.setViewportSize({ width: 683, height: 384 });
    await sound(page, `province-${name}-200-${locale}`, complaints);
    await page.close();
  });
});

describe('the screens for other systems', () => {
  it('make a token with nothing but what was ticked, and show it once', async () => {
    const { page, complaints } = await open('#/admin/tokens');
    await page.getByRole('button', { name: 'Cấp token' }).click();
    await page.getByRole('button', { name: 'Tạo token' }).click();
    await page.getByText('Chọn ít nhất một mục.').waitFor();
    await page.getByLabel(/^Tên hệ thống/).fill('Bảng tin');
    await page.getByLabel('Danh sách điểm cầu').check();
    await sound(page, 'province-new-token', complaints);
    await page.keyboard.press('Enter');
    await page.getByText(/^dct_t+$/).waitFor();
    expect(others.asked).toEqual([
      { at: '/api/console/tokens', body: { name: 'Bảng tin', scopes: ['points:read'], days: 90 } },
    ]);
    await sound(page, 'province-token-shown', complaints);
    await page.getByRole('button', { name: 'Tôi đã lưu lại' }).click();
    await expect.poll(() => page.getByText(/^dct_t+$/).count()).toBe(0);
    await page.close();
  });

  it('revoke a token only when asked twice', async () => {
    const { page } = await open('#/admin/tokens');
    await page.getByRole('button', { name: /^Thu hồi: Bảng tin/ }).click();
    expect(others.asked).toEqual([]);
    await page.getByRole('button', { name: /^Xác nhận thu hồi: Bảng tin/ }).click();
    await expect.poll(() => others.asked.length).toBe(1);
    expect(others.asked[0]?.at).toMatch(/\/revocation$/);
    await page.close();
  });

  it('add a webhook, test it, replace its secret and tell again what was given up', async () => {
    const { page, complaints } = await open('#/admin/webhooks');
    await page.getByRole('button', { name: 'Thêm webhook' }).click();
    await page.getByLabel(/^Địa chỉ nhận/).fill('https://bang-tin.example.vn/hook');
    await page.getByLabel('Có sự cố mới').check();
    await sound(page, 'province-new-webhook', complaints);
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByText(/^whsec_k+$/).waitFor();
    await page.goto(`${pages.url('province')}#/admin/webhooks/wh-1`);
    await page.getByRole('button', { name: 'Gửi thử' }).click();
    await page.getByText('Bên nhận không nhận: 503 (12 ms).').waitFor();
    await page.getByRole('button', { name: 'Đổi khóa ký' }).click();
    await page.getByText(/^whsec_k+$/).waitFor();
    await page.getByRole('button', { name: 'Gửi lại 1 thông báo đã bỏ' }).click();
    await expect.poll(() => others.asked.length).toBe(4);
    expect(others.asked.map(({ at }) => at.replace('/api/console/webhooks', ''))).toEqual([
      '',
      '/wh-1/test',
      '/wh-1/secret',
      '/wh-1/replays',
    ]);
    await sound(page, 'province-webhook-used', complaints);
    await page.close();
  });

  it('try a reading call with the token given, by keyboard', async () => {
    const { page, complaints } = await open('#/admin/api');
    await page.getByLabel('Token để thử').fill('dct_abc');
    const card = page.locator('details', { hasText: '/api/v1/meetings' }).first();
    await card.locator('summary').focus();
    await page.keyboard.press('Enter');
    await card.getByLabel('limit').fill('5');
    await page.keyboard.press('Enter');
    await card.getByText('ETag "abc"').waitFor();
    expect(others.asked).toEqual([{ at: '/api/v1/meetings?limit=5', body: 'Bearer dct_abc' }]);
    await sound(page, 'province-reference-tried', complaints);
    await page.close();
  });
});
