import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { INFO, NOW, READY } from './support/point-states.ts';

vi.setConfig({ testTimeout: 30_000 });

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

async function open(locale: 'vi' | 'en', lastCrashAt: number | null) {
  const opened = await openPage(browser);
  await opened.page.clock.setFixedTime(NOW);
  await fakeBridge(opened.page, { ...INFO, locale, lastCrashAt }, READY, {
    'support:export': { ok: true, value: { path: '/home/x/diem-cau-ho-tro-23638-2026-01-31.json' } },
  });
  await opened.page.goto(pages.url('point'));
  await opened.page.locator('section:has(#during)').waitFor();
  const asked = async (name: string): Promise<unknown[]> =>
    (await opened.page.evaluate(() => Object(window).asked as [string, unknown][])).filter(([one]) => one === name);
  return { ...opened, asked };
}

describe.each(['vi', 'en'] as const)('a failure of the software in %s', (locale) => {
  it('is told at the next start, with the file for support, and not again once it was answered', async () => {
    const { page, complaints, asked } = await open(locale, NOW - 3_600_000);
    const banner = page.getByRole('region', {
      name: locale === 'vi' ? 'Lỗi của phần mềm' : 'A failure of the software',
    });
    await banner.getByText('06:35').waitFor();
    await keepPicture(page, `point-crash-${locale}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    await banner.getByRole('button').first().click();
    await banner.getByText('diem-cau-ho-tro-23638').waitFor();
    expect(await asked('support:export')).toEqual([['support:export', { withPeople: false }]]);
    expect(await asked('crash:seen')).toHaveLength(1);
    await banner.getByRole('button').click();
    await banner.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('of a screen is kept by its kind and place, without what the screen showed, and the file is offered', async () => {
    const { page, asked } = await open(locale, null);
    const otherLanguage = page.getByText(locale === 'vi' ? 'EN' : 'VI', { exact: true });
    // At one go: what the clock draws anew meanwhile would fail before anything is pressed.
    await otherLanguage.evaluate((label: HTMLElement) => {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get() {
          throw new TypeError('Đại biểu mẫu A');
        },
      });
      label.click();
    });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    await keepPicture(page, `point-crashed-${locale === 'vi' ? 'en' : 'vi'}`);
    expect(await axeFindings(page)).toEqual([]);
    const [kept] = await asked('crash:keep');
    expect(kept).toMatchObject(['crash:keep', { name: 'TypeError' }]);
    expect(JSON.stringify(kept)).toMatch(/"at .*\.js/);
    expect(JSON.stringify(kept)).not.toContain('biểu');
    await alert.getByRole('button').last().click();
    await expect.poll(() => asked('support:export')).toHaveLength(1);
    await page.close();
  });
});
