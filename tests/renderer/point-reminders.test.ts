import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PointState } from '../../shared/point-state.ts';
import type { Locale } from '../../shared/strings/translator.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { CHANGED, FRESH, INFO, NOW, READY } from './support/point-states.ts';

const MINUTE = 60_000;
const START = NOW + 25 * MINUTE;
const CHECK_DUE = 'Chưa kiểm tra xong thiết bị cho cuộc họp.';
const LEADER_DUE = 'Lãnh đạo chưa đăng nhập dự họp.';

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

/** The window so many minutes before the meeting. */
async function open(minutesBefore: number, state: PointState = FRESH, locale: Locale = 'vi') {
  const opened = await openPage(browser);
  await opened.page.clock.install({ time: START - minutesBefore * MINUTE });
  await fakeBridge(opened.page, { ...INFO, locale }, state);
  await opened.page.goto(pages.url('point'));
  await opened.page.getByRole('radiogroup').waitFor();
  return { ...opened, banner: opened.page.getByRole('region', { name: /^(Việc đã đến hạn|What is due)$/ }) };
}

/** The same, and its clock moves on only when told. */
async function openStill(minutesBefore: number) {
  const opened = await open(minutesBefore + 1);
  await opened.page.clock.pauseAt(START - minutesBefore * MINUTE);
  return opened;
}

const asked = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) => (Object(window).asked as [string, unknown][]).filter(([of]) => of === wanted).map(([, args]) => args),
    name,
  );

describe.each(['vi', 'en'] as const)('the reminders in %s', (locale) => {
  it.each([
    ['check', 25, FRESH, 1],
    ['both', 8, FRESH, 2],
    ['beside-a-change', 8, CHANGED, 2],
  ] as const)('%s: accessible, nothing clipped, also magnified', async (name, minutesBefore, state, count) => {
    const { page, banner, complaints } = await open(minutesBefore, state, locale);
    expect(await banner.getByRole('status').count()).toBe(count);
    await keepPicture(page, `point-reminders-${name}-${locale}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    await page.setViewportSize({ width: 683, height: 1400 });
    await keepPicture(page, `point-reminders-${name}-magnified-${locale}`);
    expect(await clippedTexts(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('the banner of what is due', () => {
  it('says what, when and how long yet, and keeps to the hour', async () => {
    const { page, banner } = await openStill(61);
    expect(await banner.count()).toBe(0);
    await page.clock.fastForward(2 * MINUTE);
    await banner.getByText('Họp lúc 08:00 · Còn 59 phút').waitFor();
    await banner.getByText(CHECK_DUE).waitFor();
    await page.clock.fastForward(49 * MINUTE);
    await banner.getByText(LEADER_DUE).waitFor();
    await page.clock.fastForward(10 * MINUTE);
    await banner.getByText('Đang họp, đã bắt đầu').or(banner.getByText('Bắt đầu ngay bây giờ')).waitFor();
    expect(await banner.getByRole('status').allTextContents()).toEqual([LEADER_DUE]);
    await page.close();
  });

  it('puts one thing off by the keyboard for five minutes, tells the main process, and brings it back', async () => {
    const { page, banner } = await openStill(9);
    await banner.getByRole('button', { name: 'Nhắc lại sau 5 phút: kiểm tra thiết bị' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => banner.getByRole('status').allTextContents()).toEqual([LEADER_DUE]);
    expect(await asked(page, 'reminders:snooze')).toEqual([{ key: `check m1 ${START}` }]);
    await page.clock.fastForward(4 * MINUTE + 50_000);
    expect(await banner.getByRole('status').count()).toBe(1);
    await page.clock.runFor(10_000);
    await expect.poll(() => banner.getByRole('status').allTextContents()).toEqual([CHECK_DUE, LEADER_DUE]);
    await page.close();
  });

  it('shows what was put off at once when its next threshold passes', async () => {
    const { page, banner } = await openStill(31);
    await banner.getByRole('button', { name: /^Nhắc lại/ }).click();
    await expect.poll(() => banner.count()).toBe(0);
    await page.clock.runFor(MINUTE);
    await expect.poll(() => banner.getByRole('status').allTextContents()).toEqual([CHECK_DUE]);
    await page.close();
  });

  it('shows what was put off again after a restart', async () => {
    const { page, banner } = await open(20);
    await banner.getByRole('button', { name: /^Nhắc lại/ }).click();
    await expect.poll(() => banner.count()).toBe(0);
    await page.reload();
    await banner.waitFor();
    await page.close();
  });

  it('opens the sign-in by the keyboard', async () => {
    const { page, banner } = await open(9);
    await banner.getByRole('button', { name: 'Mở đăng nhập' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Lãnh đạo đăng nhập dự họp' }).waitFor();
    await page.close();
  });

  it.each([
    ['its button', async ({ page }: { page: Page }) => page.getByRole('button', { name: 'Kiểm tra ngay' }).click()],
    ['the tray', async ({ page }: { page: Page }) => page.evaluate(() => Object(window).tell('checks:asked', {}))],
  ])('starts the check from %s, rests while it runs, and ends once all is on record', async (_, start) => {
    const { page, banner } = await open(20);
    await banner.waitFor();
    await start({ page });
    const stop = page.getByRole('button', { name: 'Dừng kiểm tra' });
    await stop.waitFor();
    await expect.poll(() => banner.count()).toBe(0);
    await stop.click();
    await banner.waitFor();
    await page.evaluate((state) => Object(window).tell('point:changed', state), READY);
    await expect.poll(() => banner.count()).toBe(0);
    await page.close();
  });

  it('says nothing to a point that is ready, and nothing of a cancelled meeting', async () => {
    const ready = await open(5, READY);
    expect(await ready.banner.count()).toBe(0);
    await ready.page.close();
    const meetings = FRESH.feed!.meetings.map((meeting) => ({ ...meeting, status: 'cancelled' as const }));
    const cancelled = await open(5, { ...FRESH, feed: { ...FRESH.feed!, meetings } });
    expect(await cancelled.banner.count()).toBe(0);
    await cancelled.page.close();
  });
});
