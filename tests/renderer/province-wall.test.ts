import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { READINESS_STATES } from '../../shared/meeting/readiness.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { FakeHub, NOW, rowOf } from './support/fake-hub.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 30_000 });

const WALL = '#/meetings/m1/wall';
const MANY = 3321;

let pages: Pages;
let browser: Browser;
let hub: FakeHub;

beforeAll(async () => {
  pages = await servePages((request, response) => hub.handle(request, response));
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
});

/** Most are ready, some are not, as on a morning. */
function manyRows(count: number) {
  return Array.from({ length: count }, (_, index) =>
    rowOf(index, index % 9 < 5 ? 'ready' : (READINESS_STATES[index % READINESS_STATES.length] ?? 'ready')),
  );
}

async function open(locale = 'vi') {
  const opened = await openPage(browser, { clock: NOW });
  await opened.page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
  await opened.page.goto(pages.url('province') + WALL);
  await opened.page.locator('[data-state=on]').waitFor();
  await opened.page.getByRole('gridcell').first().waitFor();
  return opened;
}

async function sound(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  await keepPicture(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

const tile = (page: Page, code: string) => page.locator(`[data-point="${code}"]`);
const names = (page: Page) =>
  page
    .getByRole('gridcell')
    .locator('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-point')));

describe.each(['vi', 'en'])('the wall in %s', (locale) => {
  it('135 points: accessible, nothing clipped, also at 200 %', async () => {
    hub.rows = manyRows(135);
    hub.wall.checking = [{ meetingId: 'm1', point: '23605', until: NOW + 40_000 }];
    hub.wall.calls = [
      {
        point: '23606',
        state: 'calling',
        by: 'truc',
        since: NOW - 240_000,
        until: NOW + 600_000,
        outcome: null,
        note: '',
      },
    ];
    const { page, complaints } = await open(locale);
    await sound(page, `province-wall-135-${locale}`, complaints);
    await page.setViewportSize({ width: 683, height: 384 });
    await sound(page, `province-wall-135-200-${locale}`, complaints);
    await page.close();
  });

  it('one point beside it: accessible, nothing clipped', async () => {
    const { page, complaints } = await open(locale);
    await tile(page, '23600').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img').first().waitFor();
    await sound(page, `province-wall-point-${locale}`, complaints);
    await dialog.getByRole('table').scrollIntoViewIfNeeded();
    await keepPicture(page, `province-wall-point-below-${locale}`);
    await page.close();
  });
});

describe('the wall at work', () => {
  it('keeps only what is on screen in the page, and walks over all of it by the keyboard', async () => {
    hub.rows = manyRows(MANY);
    const { page, complaints } = await open();
    await sound(page, `province-wall-${MANY}`, complaints);
    expect(await page.getByRole('gridcell').count()).toBeLessThan(160);
    const first = await names(page);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await tile(page, first[0] ?? '').focus();
    await page.keyboard.press('End');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-point'));
    await expect.poll(focused).not.toBe(first[0]);
    const last = await focused();
    expect(first).not.toContain(last);
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'ArrowDown', 'Home']) await page.keyboard.press(key);
    await expect.poll(focused).toBe(first[0]);
    // Faster than the screen is drawn, and far from where the first one stands.
    await page.keyboard.press('End');
    await expect.poll(focused).toBe(last);
    await page.evaluate(() => {
      for (const key of ['ArrowUp', 'Home'])
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    await expect.poll(focused).toBe(first[0]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe(first[1]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('img').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe(first[1]);
    await page.close();
  });

  it('keeps the focus on its point wherever live updates put it, and in its place when it is not shown any more', async () => {
    hub.rows = manyRows(MANY);
    const { page } = await open();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-point'));
    const [first, second, third] = (await names(page)).map(String) as [string, string, string];
    await tile(page, first).focus();
    // From the first line of those that need a call to some line of those that need none, far below the screen.
    hub.tell(rowOf(Number(first) - 23600, 'ready'));
    await expect.poll(async () => (await names(page))[0]).toBe(second);
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).not.toBe(first);
    const next = (await focused()) ?? '';
    expect(next).not.toBe(second);
    // The same while it is open beside the wall: Escape leads to where it stands then.
    await page.keyboard.press('Home');
    await expect.poll(focused).toBe(second);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('img').first().waitFor();
    hub.tell(rowOf(Number(second) - 23600, 'ready'));
    await expect.poll(async () => (await names(page))[0]).toBe(third);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe(second);
    // Only those that need a call: the one that needs none any more leaves its place to its neighbour.
    const shown = page.getByText(/^[\d.]+\/3\.321 điểm cầu$/);
    const all = await shown.textContent();
    await page.getByRole('button', { name: /Cần gọi$/ }).click();
    await expect.poll(() => shown.textContent()).not.toBe(all);
    const [one, other] = (await names(page)).map(String) as [string, string];
    await tile(page, one).focus();
    hub.tell(rowOf(Number(one) - 23600, 'ready'));
    await expect.poll(focused).toBe(other);
    await page.close();
  });

  it('opens nobody whom nobody pressed: another point may come there while the button is held down', async () => {
    hub.rows = manyRows(MANY);
    const { page } = await open();
    const [first, second] = (await names(page)).map(String) as [string, string];
    await tile(page, first).hover();
    await page.mouse.down();
    hub.tell(rowOf(Number(first) - 23600, 'ready'));
    await expect.poll(async () => (await names(page))[0]).toBe(second);
    await page.mouse.up();
    // A click is answered before anything else is looked at.
    expect(await page.getByRole('dialog').count()).toBe(0);
    await tile(page, second).click();
    await page.getByRole('dialog').getByRole('img').first().waitFor();
    await page.close();
  });

  it('opens a point that is clicked without being pressed, as who reads the screen aloud does', async () => {
    const { page } = await open();
    const [first, second] = (await names(page)).map(String) as [string, string];
    await tile(page, first).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tile(page, second).evaluate((button) =>
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 })),
    );
    await page.getByRole('dialog').getByRole('img').first().waitFor();
    await page.close();
  });

  it('filters by state, finds without accents, orders, and groups by cluster', async () => {
    const { page } = await open();
    const shown = page.getByText(/^\d+\/24 điểm cầu$/);
    await page.getByRole('button', { name: /^4 Chưa sẵn sàng$/ }).click();
    await expect.poll(() => shown.textContent()).toBe('4/24 điểm cầu');
    await page.getByRole('button', { name: /^24 Tất cả$/ }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('dak doa');
    await expect.poll(() => shown.textContent()).toBe('3/24 điểm cầu');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-point'))).toBe((await names(page))[0]);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await page.getByLabel('Sắp xếp').selectOption({ label: 'Theo tên' });
    await expect.poll(async () => (await names(page))[0]).toBe('23602');
    await page.getByLabel('Gom theo cụm').check();
    await page.getByRole('rowheader', { name: 'Cụm Pleiku 6 điểm cầu' }).waitFor();
    await keepPicture(page, 'province-wall-clusters');
    await page.close();
  });

  it('follows points, running checks and calls live', async () => {
    const { page } = await open();
    const label = async () =>
      `${await tile(page, '23600').textContent()}; ${await tile(page, '23600').getAttribute('aria-description')}`;
    expect(await label()).toContain('Chưa sẵn sàng; 23600, Micro: Không đạt, Cần gọi');
    hub.tellWall('checking', { point: '23600', until: NOW + 45_000 });
    await expect.poll(label).toContain('Đang kiểm tra');
    hub.tell(rowOf(0, 'ready'));
    hub.tellWall('checking', { point: '23600', until: NOW });
    await expect.poll(label).toMatch(/Sẵn sàng; 23600$/);
    const since = NOW - 240_000;
    hub.wall.calls = [
      { point: '23600', state: 'calling', by: 'truc', since, until: NOW + 9e5, outcome: null, note: '' },
    ];
    hub.tellWall('help', { point: '23600' });
    await expect.poll(label).toContain('truc đang gọi từ 07:31');
    await page.close();
  });

  it('takes a point for a call, writes down what came of it, and asks for a check and sends a note', async () => {
    const { page } = await open();
    await tile(page, '23600').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: '0905 000 000' }).waitFor();
    await dialog.getByRole('button', { name: 'Tôi gọi' }).click();
    await dialog.getByText('Anh/chị đang gọi từ 07:35').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await dialog.getByLabel('Ghi chú').fill('Đang thay dây');
    await keepPicture(page, 'province-wall-calling');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi kết quả' }).click();
    await dialog.getByText('Gặp được, đang khắc phục – Đang thay dây').waitFor();
    await dialog.getByRole('button', { name: 'Đề nghị đo lại: Micro' }).click();
    await dialog.getByText(/^Chờ điểm cầu nhận · vanphong/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Đề nghị đo lại: Micro' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Nội dung lời nhắn').fill('Nhờ bật micro');
    await dialog.getByRole('button', { name: 'Gửi lời nhắn' }).click();
    await dialog.getByText('Nhờ bật micro').last().waitFor();
    expect(hub.wall.asked.map(({ at, body }) => [at.split('/').at(-1), body])).toEqual([
      ['call', { action: 'claim' }],
      ['call', { action: 'called', outcome: 'fixing', note: 'Đang thay dây' }],
      ['asks', { kind: 'recheck', check: 'microphone', text: '' }],
      ['asks', { kind: 'note', text: 'Nhờ bật micro' }],
    ]);
    await page.close();
  });

  it('says in words that a colleague was quicker, and offers a viewer nothing to do', async () => {
    hub.wall.refusal = { code: 'call-taken', values: { who: 'truc', time: '07:31' } };
    const { page } = await open();
    await tile(page, '23600').click();
    await page.getByRole('button', { name: 'Tôi gọi' }).click();
    await page.getByText('truc đang gọi điểm cầu này từ 07:31.').waitFor();
    await page.close();
    hub.role = 'viewer';
    const viewer = await open();
    await tile(viewer.page, '23600').click();
    await viewer.page.getByRole('dialog').getByRole('img').first().waitFor();
    expect(await viewer.page.getByRole('button', { name: /Tôi gọi|Đề nghị đo lại|Gửi lời nhắn/ }).count()).toBe(0);
    await viewer.page.close();
  });
});
