import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { FakeHub, NOW, rowOf } from './support/fake-hub.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 30_000 });

let pages: Pages;
let browser: Browser;
let hub: FakeHub;

beforeAll(async () => {
  pages = await servePages(['province'], (request, response) => hub.handle(request, response));
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

beforeEach(() => {
  hub = new FakeHub();
});

async function open(hash = '', locale = 'vi') {
  const opened = await openPage(browser);
  await opened.page.clock.setFixedTime(NOW);
  await opened.page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
  await opened.page.goto(pages.url('province') + hash);
  await opened.page.getByRole('radiogroup').waitFor();
  return opened;
}

describe.each(['vi', 'en'])('the console’s screens in %s', (locale) => {
  it.each([
    ['login', false, ''],
    ['meetings', true, ''],
    ['readiness', true, '#/meetings/m1'],
    ['unknown-meeting', true, '#/meetings/m9'],
  ])('%s: accessible, nothing clipped, no breach of the policy', async (name, signedIn, hash) => {
    hub.signedIn = signedIn;
    const { page, complaints } = await open(hash, locale);
    if (signedIn) await page.locator('[data-state=on]').waitFor();
    if (signedIn) await page.locator('li a, tbody tr, [role=alert]').first().waitFor();
    await keepPicture(page, `province-${name}-${locale}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    expect(complaints.filter((text) => !/status of 40[14]/.test(text))).toEqual([]);
    await page.close();
  });
});

describe('the console at work', () => {
  it('says what to do about a wrong password, then lets the right one in', async () => {
    const { page } = await open();
    await page.locator('input[autocomplete=username]').fill('vanphong');
    await page.locator('input[type=password]').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.locator('input[type=password]').fill('right');
    await page.keyboard.press('Enter');
    await page.locator('a[href="#/meetings/m1"]').click();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(24);
    await page.close();
  });

  it('puts what needs a call first, and finds a point without accents', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1');
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').first().textContent()).toContain('Chưa sẵn sàng');
    await page.getByRole('textbox').fill('dak doa');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
    for (const text of await page.locator('tbody th').allTextContents()) expect(text).toContain('Đak Đoa');
    await page.close();
  });

  it('says of a point that nothing came from only that, never that it did nothing', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1');
    const row = page.locator('tr[data-point="23603"]');
    await row.waitFor();
    const text = `${await row.textContent()} ${await row.getByRole('button').getAttribute('aria-label')}`;
    expect(text).toContain('Chưa có dữ liệu');
    expect(text).not.toMatch(/Chưa kiểm tra|Chưa đăng nhập|Không đạt|0\/11/);
    await page.close();
  });

  it('says the checks in words on focus', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1');
    await page.locator('tbody tr').first().getByRole('button').focus();
    const tooltip = page.getByRole('tooltip');
    await tooltip.waitFor();
    expect(await tooltip.textContent()).toContain('Micro: Không đạt');
    await keepPicture(page, 'province-marks-vi');
    await page.close();
  });

  it('follows the points live, says when it does not, and catches up on reconnecting', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1');
    await page.locator('[data-state=on]').waitFor();
    const row = page.locator('tr[data-point="23600"]');
    expect(await row.textContent()).toContain('Chưa sẵn sàng');
    hub.tell(rowOf(0, 'ready'));
    await expect.poll(() => row.textContent()).toMatch(/^UBND xã Ia Krái 123600Sẵn sàng/);
    hub.rows = hub.rows.map((one) => (one.point.code === '23606' ? rowOf(6, 'ready-with-notes') : one));
    hub.hangUp();
    await page.locator('[data-state=connecting]').waitFor();
    await page.locator('[data-state=on]').waitFor();
    await expect.poll(() => page.locator('tr[data-point="23606"]').textContent()).toContain('Sẵn sàng, có lưu ý');
    await page.close();
  });
});
