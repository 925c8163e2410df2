import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHECK_IDS } from '../../shared/checks/check-id.ts';
import type { PastCheck } from '../../shared/history/past-check.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { INFO, NOW, READY } from './support/point-states.ts';

vi.setConfig({ testTimeout: 60_000 });

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

const FIGURES = { camera: 30, microphone: -24, speaker: 90, link: 18, 'screen-share': 15, encoder: 30, host: 3.4 };
const RUNS: PastCheck[] = Array.from({ length: 12 }, (_, index) => ({
  at: NOW - (12 - index) * 86_400_000,
  runId: `run-${index}`,
  meetingId: index % 3 === 0 ? null : `m${index}`,
  overall: index === 10 ? 'not-ready' : index % 4 === 1 ? 'ready-with-notes' : 'ready',
  policyVersion: 'default-1',
  results: CHECK_IDS.map((id) => ({
    id,
    verdict: id === 'microphone' && index === 10 ? 'fail' : id === 'link' && index % 4 === 1 ? 'warn' : 'pass',
    reason: 'ok',
    values: {},
    figure: id === 'screen-share' && index === 3 ? null : FIGURES[id] * (1 + 0.1 * Math.sin(index)),
  })),
}));

async function open(locale: 'vi' | 'en', checks: readonly PastCheck[]) {
  const opened = await openPage(browser, { clock: NOW });
  await fakeBridge(opened.page, { ...INFO, locale }, READY, {
    'history:checks': { ok: true, value: checks },
    'support:export': { ok: true, value: { path: '/home/x/diem-cau-ho-tro-23638-2026-01-31.json' } },
  });
  await opened.page.goto(pages.url('point'));
  await opened.page.getByRole('button', { name: locale === 'vi' ? 'Lịch sử' : 'History' }).click();
  await opened.page.getByRole('dialog').waitFor();
  return opened;
}

describe.each(['vi', 'en'] as const)('the history of a point in %s', (locale) => {
  it('shows runs over time, compares two, writes one file', async () => {
    const { page, complaints } = await open(locale, RUNS);
    const dialog = page.getByRole('dialog');
    // Without a choice the last two: the microphone that failed is mended.
    await dialog
      .getByRole('row')
      .filter({ hasText: locale === 'vi' ? 'Micro' : 'Microphone' })
      .getByText(locale === 'vi' ? 'Tốt hơn' : 'Better')
      .waitFor();
    expect(await dialog.locator('figure').getByRole('img').count()).toBe(CHECK_IDS.length);
    await keepPicture(page, `point-history-${locale}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    const boxes = dialog.locator('fieldset input[type=checkbox]');
    // What is compared is ticked; another takes the place of one that is ticked no more.
    expect(
      await boxes
        .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))
        .then((of) => of.slice(0, 3)),
    ).toEqual([true, true, false]);
    await boxes.nth(0).uncheck();
    await boxes.nth(2).check();
    await dialog.getByText(locale === 'vi' ? 'Kém hơn' : 'Worse').waitFor();
    await dialog.getByRole('button').last().click();
    await dialog.getByText('diem-cau-ho-tro-23638').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says so where there is nothing yet', async () => {
    const { page } = await open(locale, []);
    await page.getByRole('dialog').getByRole('status').first().waitFor();
    await keepPicture(page, `point-history-empty-${locale}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });
});
