import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { FakeHub, NOW } from './support/fake-hub.ts';
import { FakeReports } from './support/fake-reports.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 30_000 });

let pages: Pages;
let browser: Browser;
let hub: FakeHub;
let reports: FakeReports;

beforeAll(async () => {
  pages = await servePages((request, response) => reports.handle(request, response) || hub.handle(request, response));
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

beforeEach(() => {
  hub = new FakeHub();
  hub.signedIn = true;
  reports = new FakeReports();
});

async function open(kind: string, locale = 'vi') {
  const opened = await openPage(browser, { clock: NOW });
  await opened.page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
  await opened.page.goto(`${pages.url('province')}#/reports/${kind}`);
  await opened.page.locator('h2').first().waitFor();
  return opened;
}

describe.each(['vi', 'en'])('the reports’ screens in %s', (locale) => {
  it.each(['readiness', 'discipline', 'devices'])(
    '%s: accessible, nothing clipped, also twice as large',
    async (kind) => {
      const { page, complaints } = await open(kind, locale);
      for (const size of ['', '-200']) {
        if (size !== '') await page.setViewportSize({ width: 683, height: 384 });
        await keepPicture(page, `province-report-${kind}${size}-${locale}`);
        expect(await axeFindings(page)).toEqual([]);
        // Wide tables scroll in a place of their own; the page itself never does.
        expect((await clippedTexts(page)).filter((text) => !text.startsWith('off screen'))).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});

describe('a report', () => {
  it.each([1366, 683])('shows the whole of a long meeting’s name in its field, %i pixels wide', async (width) => {
    const { page } = await open('readiness');
    await page.setViewportSize({ width, height: 768 });
    const field = page.getByLabel('Cuộc họp', { exact: true });
    await field.selectOption({
      label: '31/01/2026 08:00 · Họp trực tuyến về giải ngân vốn đầu tư công quý I năm 2026',
    });
    const room = await field.evaluate((select: HTMLSelectElement) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      const ruler = document.createElement('canvas').getContext('2d')!;
      ruler.font = font;
      const text = ruler.measureText(select.selectedOptions[0]?.text ?? '').width;
      return select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - text;
    });
    expect(room).toBeGreaterThanOrEqual(0);
    await keepPicture(page, `province-report-long-name-${width}`);
    await page.close();
  });

  it('is asked for again by what the form says, and links to the same in every format', async () => {
    const { page } = await open('devices');
    expect(reports.asked).toEqual(['/devices?from=2026-01-01&to=2026-01-31&format=json&lang=vi']);
    await page.getByLabel('Từ ngày').fill('1/12/2025');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await vi.waitFor(() => expect(reports.asked[1]).toContain('from=2025-12-01&to=2026-01-31'));
    const files = page.getByText('Tải về:');
    await files.waitFor();
    const hrefs = await files.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.map((href) => new URLSearchParams(href?.split('?')[1]).get('format'))).toEqual([
      ...['xlsx', 'pdf', 'csv', 'json'],
    ]);
    expect(hrefs.every((href) => href?.includes('from=2025-12-01&to=2026-01-31'))).toBe(true);
    await page.close();
  });

  it('is of the period its address names, and leaves its own in the way back', async () => {
    const { page } = await open('discipline?from=2025-10-01&to=2025-12-31');
    expect(reports.asked).toEqual(['/discipline?from=2025-10-01&to=2025-12-31&format=json&lang=vi']);
    const from = page.getByLabel('Từ ngày');
    expect(await from.inputValue()).toBe('01/10/2025');
    await from.fill('1/11/2025');
    await from.press('Enter');
    await page.waitForURL(/#\/reports\/discipline\?from=2025-11-01&to=2025-12-31$/);
    await vi.waitFor(() => expect(reports.asked[1]).toContain('from=2025-11-01&to=2025-12-31'));
    // The same screen: nobody is sent away from where they type.
    expect(await from.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.goBack();
    await vi.waitFor(() => expect(reports.asked[2]).toContain('from=2025-10-01&to=2025-12-31'));
    expect(await from.inputValue()).toBe('01/10/2025');
    await page.close();
  });

  it('says what is wrong with a day and asks for nothing', async () => {
    const { page } = await open('discipline');
    await page.getByLabel('Từ ngày').fill('30/02/2026');
    await page.getByText('Ghi ngày, ví dụ 31/01/2026.').waitFor();
    expect(await page.getByRole('button', { name: 'Xem', exact: true }).isDisabled()).toBe(true);
    expect(reports.asked).toHaveLength(1);
    await page.close();
  });

  it('draws a gap where nothing was measured, and the same figures in the table', async () => {
    const { page } = await open('devices');
    const chart = page.getByRole('img', { name: /Tốc độ trung vị/ });
    // Eight weeks, the fifth without a figure: two lines before and after it for each of two series.
    expect(await chart.locator('polyline').count()).toBe(4);
    expect(await chart.locator('circle').count()).toBe(14);
    await page.close();
  });

  it('draws a zero that was measured', async () => {
    const { page } = await openPage(browser);
    await page.clock.setFixedTime(NOW);
    await page.route('**/api/reports/devices?*', async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      await route.fulfill({ response: answer, body: text.replace(/"loss":[\d.]+/g, '"loss":0') });
    });
    await page.goto(`${pages.url('province')}#/reports/devices`);
    const chart = page.getByRole('img', { name: /Mất gói/ });
    await chart.waitFor();
    expect(await chart.locator('circle').count()).toBe(7);
    await page.close();
  });

  it.each([
    ['office', true],
    ['viewer', false],
  ] as const)('of discipline is offered to %s: %s', async (role, offered) => {
    hub.role = role;
    const { page } = await open('readiness');
    expect(await page.getByRole('link', { name: 'Kỷ luật, kỷ cương' }).count()).toBe(offered ? 1 : 0);
    await page.close();
  });
});
