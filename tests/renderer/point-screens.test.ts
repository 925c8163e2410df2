import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PointState } from '../../shared/point-state.ts';
import type { Locale } from '../../shared/strings/translator.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { type Answers, fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { FRESH, INFO, MIXED, NOT_ENROLLED, NOW, READY } from './support/point-states.ts';

let pages: Pages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages(['point']);
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await pages.close();
});

async function open(state: PointState, locale: Locale, answers: Answers = {}) {
  const opened = await openPage(browser);
  await opened.page.clock.setFixedTime(NOW);
  await fakeBridge(opened.page, { ...INFO, locale }, state, answers);
  await opened.page.goto(pages.url('point'));
  await opened.page.getByRole('radiogroup').waitFor();
  return opened;
}

async function sound(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  await keepPicture(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

describe.each(['vi', 'en'] as const)('the point’s screens in %s', (locale) => {
  it.each([
    ['enrolment', NOT_ENROLLED],
    ['home-fresh', FRESH],
    ['home-mixed', MIXED],
    ['home-ready', READY],
  ] as const)('%s: accessible, nothing clipped, no breach of the policy', async (name, state) => {
    const { page, complaints } = await open(state, locale);
    await sound(page, `point-${name}-${locale}`, complaints);
    await page.close();
  });

  it('signs a substitute in by keyboard and mouse, and says saved only for what is saved', async () => {
    const { page, complaints } = await open(FRESH, locale);
    await page.locator('section:has(#leader) button').click();
    await page.getByRole('dialog').getByRole('textbox').fill('tran thi');
    await sound(page, `point-sign-in-person-${locale}`, complaints);
    await page.getByRole('dialog').getByRole('listitem').getByRole('button').click();
    await page.getByRole('dialog').getByRole('radio').first().waitFor();
    await page.keyboard.press('Enter');
    await sound(page, `point-sign-in-proof-${locale}`, complaints);
    await page.close();
  });
});
