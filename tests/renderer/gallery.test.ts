import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHECK_WORDS } from '../../shared/checks/all-words.ts';
import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import { PROBE_FAILURES } from '../../shared/checks/probe-failure.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage, PICTURES_ARE_KEPT } from './support/browser.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 120_000 });

let pages: Pages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

async function open(hash: string) {
  const opened = await openPage(browser);
  await opened.page.goto(`${pages.url('gallery')}#${hash}`);
  await opened.page.locator('article').first().waitFor();
  return opened;
}

/** As high as all it shows: of some of these pages that is twenty thousand pixels, which takes a while to paint. */
async function keepWholePicture(page: Page, name: string): Promise<void> {
  if (PICTURES_ARE_KEPT) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 1366, height });
  }
  await keepPicture(page, name);
}

describe.each(['vi', 'en'])('every card in every state in %s', (locale) => {
  it.each(CHECK_IDS)('%s: has words, fits, is accessible, and loses nothing at twice the size', async (id) => {
    const { page, complaints } = await open(`${locale}/${id}/open`);
    const texts = await page.locator('article').allTextContents();
    expect(texts.length).toBeGreaterThanOrEqual(reasonsOf(id));
    expect(texts.filter((text) => /\{\{|undefined|NaN|cards\.|null/.test(text))).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await keepWholePicture(page, `gallery-${id}-open-${locale}`);
    await page.setViewportSize({ width: 1366 / 2, height: 768 / 2 });
    expect(await clippedTexts(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(CHECK_IDS)('%s: can be looked at as it comes, its details closed', async (id) => {
    const { page } = await open(`${locale}/${id}`);
    expect(await clippedTexts(page)).toEqual([]);
    await keepWholePicture(page, `gallery-${id}-${locale}`);
    await page.close();
  });
});

describe('by keyboard alone', () => {
  it.each(['microphone', 'speaker'])('everything of the %s cards is reached, and seen to be', async (id) => {
    const { page } = await open(`vi/${id}/open`);
    const wanted = await page.locator('article button:enabled, article select:enabled').count();
    expect(wanted).toBeGreaterThan(40);
    const reached = new Set<string>();
    // The language comes first.
    for (let step = 0; step < wanted + 5; step++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element?.closest('article')) return null;
        const all = [...document.querySelectorAll('article button, article select')];
        return { index: all.indexOf(element), outline: getComputedStyle(element).outlineWidth };
      });
      if (!focus) continue;
      expect(Number.parseFloat(focus.outline)).toBeGreaterThanOrEqual(2);
      reached.add(String(focus.index));
    }
    expect(reached.size).toBe(wanted);
    await page.close();
  });

  it('details open and close', async () => {
    const { page } = await open('vi/camera');
    const card = page.locator('article', { has: page.locator('[aria-expanded]') }).first();
    const toggle = card.locator('[aria-expanded]');
    await toggle.focus();
    await page.keyboard.press('Enter');
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    await card.getByText('Ngưỡng đánh giá: mặc định (default-1)').waitFor();
    await page.keyboard.press('Space');
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    expect(await card.getByText('Ngưỡng đánh giá').count()).toBe(0);
    await page.close();
  });
});

/** What can be said of a check: a pass, each of its problems, what a probe may fail with, and that it was not run. */
function reasonsOf(id: CheckId): number {
  return Object.keys(CHECK_WORDS[id].vi.problems).length + PROBE_FAILURES.length + 2;
}
