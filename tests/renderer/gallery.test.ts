import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 60_000 });

let pages: Pages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages(['gallery']);
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

describe('every card in every state', () => {
  it.each(['vi', 'en'])('has words, fits and is accessible in %s', async (locale) => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${pages.url('gallery')}#${locale}`);
    await page.locator('article').first().waitFor();
    const texts = await page.locator('article').allTextContents();
    expect(texts.filter((text) => /\{\{|undefined|NaN/.test(text))).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 1366, height });
    await keepPicture(page, `gallery-${locale}`);
    await page.close();
  });
});
