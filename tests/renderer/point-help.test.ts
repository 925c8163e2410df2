import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PointState } from '../../shared/point-state.ts';
import type { Ask } from '../../shared/protocol/wall.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { FRESH, INFO, NOW } from './support/point-states.ts';

vi.setConfig({ testTimeout: 30_000 });

const base = { meetingId: 'm1', point: '1', by: 'truc', at: NOW, stateAt: NOW, expiresAt: NOW + 900_000 } as const;
const RECHECK: Ask = { ...base, id: 'a1', kind: 'recheck', check: 'host', text: '', state: 'delivered' };
const NOTE: Ask = {
  ...base,
  id: 'a2',
  kind: 'note',
  check: null,
  text: 'Nhờ bật micro và thử lại.',
  state: 'delivered',
};

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

async function open(locale: 'vi' | 'en' = 'vi') {
  const opened = await openPage(browser, { clock: NOW });
  const state: PointState = { ...FRESH, asks: [RECHECK, NOTE] };
  await fakeBridge(opened.page, { ...INFO, locale }, state);
  await opened.page.goto(pages.url('point'));
  const banner = opened.page.getByRole('region', { name: /^(Đề nghị của tỉnh|Asked by the province)$/ });
  await banner.waitFor();
  const asked = () =>
    opened.page.evaluate(() =>
      (Object(window).asked as [string, unknown][]).filter(
        ([name]) => name === 'help:answer' || name === 'checks:file',
      ),
    );
  return { ...opened, banner, asked };
}

describe('what the province asks, at the point', () => {
  it.each(['vi', 'en'] as const)('in %s: accessible, nothing clipped, also magnified', async (locale) => {
    const { page, complaints } = await open(locale);
    await keepPicture(page, `point-help-${locale}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    await page.setViewportSize({ width: 683, height: 1400 });
    expect(await clippedTexts(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('an accepted recheck is measured, filed as ever, and only then called done', async () => {
    const { page, banner, asked } = await open();
    await banner.getByRole('button', { name: 'Đo lại ngay' }).click();
    await expect.poll(async () => (await asked()).length).toBe(3);
    const answers = await asked();
    expect(answers.map(([name]) => name)).toEqual(['help:answer', 'checks:file', 'help:answer']);
    expect([answers[0]?.[1], answers[2]?.[1]]).toEqual([
      { id: 'a1', answer: 'accepted' },
      { id: 'a1', answer: 'done' },
    ]);
    await page.close();
  });

  it('can be declined, and a note is answered as read', async () => {
    const { page, banner, asked } = await open();
    await banner.getByRole('button', { name: /^Để lúc khác/ }).click();
    await banner.getByRole('button', { name: 'Đã đọc' }).click();
    await expect
      .poll(async () => (await asked()).map(([, args]) => args))
      .toEqual([
        { id: 'a1', answer: 'declined' },
        { id: 'a2', answer: 'read' },
      ]);
    await page.close();
  });
});
