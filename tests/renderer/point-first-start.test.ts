import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PointState } from '../../shared/point-state.ts';
import type { Locale } from '../../shared/strings/translator.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage, type PageOptions } from './support/browser.ts';
import { type Answers, fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { FRESH, INFO, MIXED, NOT_ENROLLED, NOW, READY } from './support/point-states.ts';

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

type Look = PageOptions['look'];

async function open(state: PointState, locale: Locale = 'vi', answers: Answers = {}, look?: Look) {
  const opened = await openPage(browser, { clock: NOW, ...(look && { look }) });
  await fakeBridge(opened.page, { ...INFO, locale, hubAddress: 'https://hop.tinh.vn:7443' }, state, answers);
  await opened.page.goto(pages.url('point'));
  await opened.page.getByRole('radiogroup').waitFor();
  return opened;
}

async function looksRight(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  await keepPicture(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

describe.each(['vi', 'en'] as const)('the first start of a point in %s', (locale) => {
  it('says while it is typed what is wrong with a code, then takes it and asks for the devices', async () => {
    const { page, complaints } = await open(NOT_ENROLLED, locale, { 'point:enrol': { ok: true, value: FRESH } });
    await page.getByText('https://hop.tinh.vn:7443').waitFor();
    await page.getByRole('textbox').fill('https://hop.tinh.vn');
    await page.locator('[aria-invalid="true"]').waitFor();
    await looksRight(page, `point-first-wrong-text-${locale}`, complaints);
    await page.getByRole('textbox').fill('DC1.anything');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'UBND xã Ia Krái' }).waitFor();
    await expect.poll(() => page.locator('select').first().locator('option').count()).toBeGreaterThan(1);
    await looksRight(page, `point-first-devices-${locale}`, complaints);
    await page.keyboard.press('Enter');
    await page.locator('[data-check="camera"]').waitFor();
    await page.close();
  });

  it('shows what the camera sees while it looks for a code', async () => {
    const { page, complaints } = await open(NOT_ENROLLED, locale);
    await page.locator('form button').first().click();
    await page.locator('video').waitFor();
    await looksRight(page, `point-first-scan-${locale}`, complaints);
    await page.locator('video ~ button').click();
    await expect.poll(() => page.locator('video').count()).toBe(0);
    await page.close();
  });

  it('opens the guide and the options from everywhere', async () => {
    const { page, complaints } = await open(FRESH, locale);
    await page.getByRole('button', { name: locale === 'vi' ? 'Hướng dẫn' : 'Guide' }).click();
    await page.getByRole('dialog').locator('article h2').waitFor();
    await looksRight(page, `point-guide-${locale}`, complaints);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: locale === 'vi' ? 'Tùy chọn' : 'Options' }).click();
    await page.getByRole('dialog').getByRole('radio').last().check();
    await page.locator(':root[data-contrast="more"]').waitFor();
    await page.getByRole('dialog').getByRole('button').last().click();
    await looksRight(page, `point-options-${locale}`, complaints);
    await page.close();
  });
});

describe('the very first screen', () => {
  /** Nothing is answered until `window.answerNow()`. */
  async function openUnanswered(query: string, answers: Answers = {}) {
    const { page } = await openPage(browser, { clock: NOW });
    await fakeBridge(page, { ...INFO, locale: 'vi' }, NOT_ENROLLED, answers);
    await page.addInitScript(() => {
      const { diemCau } = Object(window);
      const { request } = diemCau;
      const answering = new Promise<void>((answerNow) => Object.assign(window, { answerNow }));
      diemCau.request = async (...asked: unknown[]) => {
        await answering;
        return request(...asked);
      };
    });
    await page.goto(`${pages.url('point')}${query}`);
    return page;
  }
  const answerNow = (page: Page) => page.evaluate(() => Object(window).answerNow());
  const FIRST = '?first-start=vi&hub=https%3A%2F%2Fhop.tinh.vn%3A7443&role=chosen';

  it('waits for nothing where there is no data yet, and keeps what was typed and chosen meanwhile', async () => {
    const page = await openUnanswered(FIRST, { 'point:enrol': { ok: true, value: FRESH } });
    await page.getByText('https://hop.tinh.vn:7443').waitFor();
    await page.getByRole('button', { name: 'Máy này không phải của điểm cầu? Chọn lại' }).waitFor();
    await page.getByText('EN', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Enrolment code' }).fill('DC1.anything');
    await answerNow(page);
    await expect
      .poll(() => page.evaluate(() => Object(window).asked.map(([name]: [string]) => name)))
      .toEqual(expect.arrayContaining(['app:set-locale', 'app:info', 'point:state', 'update:state']));
    expect(await page.getByRole('textbox', { name: 'Enrolment code' }).inputValue()).toBe('DC1.anything');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'UBND xã Ia Krái' }).waitFor();
    await page.close();
  });

  it('takes a code before anything else is answered', async () => {
    const enrolled = { ok: true, value: FRESH };
    const page = await openUnanswered(FIRST, { 'point:enrol': enrolled, 'point:state': enrolled });
    await page.getByRole('textbox').fill('DC1.anything');
    await page.keyboard.press('Enter');
    await page.locator('button[data-loading]').waitFor();
    await answerNow(page);
    await page.getByRole('heading', { name: 'UBND xã Ia Krái' }).waitFor();
    await page.close();
  });

  it('is a first screen once: loaded again, the window waits for what this machine is', async () => {
    const page = await openUnanswered(FIRST);
    await page.getByRole('textbox').waitFor();
    await page.reload();
    await page.getByText('Đang tải').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await answerNow(page);
    await page.getByRole('textbox').waitFor();
    await page.close();
  });
});

describe('the home of the point', () => {
  it.each([
    ['dark', MIXED],
    ['contrast', MIXED],
    ['forced', READY],
  ] as const)('looks right where the system asks for %s', async (look, state) => {
    const { page, complaints } = await open(state, 'vi', {}, look);
    await looksRight(page, `point-home-in-${look}`, complaints);
    await page.close();
  });

  it('shows what is chosen where the system paints in its own colours', async () => {
    const { page } = await open(READY, 'vi', {}, 'forced');
    await page.getByRole('button', { name: 'Tùy chọn' }).click();
    const radios = page.getByRole('dialog').getByRole('radio');
    await radios.first().waitFor();
    const grounds = await radios.evaluateAll((all) =>
      all.map((one) => [(one as HTMLInputElement).checked, getComputedStyle(one).backgroundColor] as const),
    );
    const chosen = grounds.filter(([checked]) => checked).map(([, ground]) => ground);
    expect(chosen).toHaveLength(1);
    expect(grounds.filter(([checked]) => !checked).map(([, ground]) => ground)).not.toContain(chosen[0]);
    await page.close();
  });

  it('is read from two metres: the state and the time left are 40 pixels high, the button 24', async () => {
    const { page } = await open(FRESH);
    const size = (text: string) =>
      page
        .locator('main')
        .getByText(text, { exact: true })
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(await size('Chưa kiểm tra')).toBeGreaterThanOrEqual(40);
    expect(await size('Còn 25 phút')).toBeGreaterThanOrEqual(40);
    expect(await size('Kiểm tra tất cả')).toBeGreaterThanOrEqual(24);
    await page.close();
  });

  it('leads to the next thing to do by the keyboard', async () => {
    const { page } = await open(FRESH);
    const next = page.locator('[aria-current="step"]');
    expect(await next.textContent()).toContain('Báo có mặt trực');
    await next.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Họ và tên cán bộ kỹ thuật').waitFor();
    await page.close();
  });
});
