import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Seal } from '../../shared/minutes/seal.ts';
import { sealText } from '../../shared/minutes/seal.ts';
import { SEAL_VERDICTS, type SealCheck } from '../../shared/protocol/minutes.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { FakeHub, NOW } from './support/fake-hub.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 30_000 });

const SEAL: Seal = { meetingId: 'm1', point: '23600', digest: 'd'.repeat(43), marks: ['aaaaaa', 'bbbbbb', 'cccccc'] };
const CHECKED: SealCheck = {
  verdict: 'same',
  meeting: { id: 'm1', title: 'Họp trực tuyến về giải ngân vốn đầu tư công quý I năm 2026', startsAt: NOW },
  point: { code: '23600', name: 'UBND xã Ia Krái' },
  held: 3,
  missing: [],
  added: [],
};
const ADDED = ['check-run', 'manual-answer', 'leader-signed-in', 'incident-opened'].map((type, at) => ({
  hash: `${at}`.repeat(43),
  type,
  at: NOW + at * 60_000,
  receivedAt: NOW + at * 60_000,
}));

let pages: Pages;
let browser: Browser;
/** Null: the hub refuses. */
let checked: SealCheck | null = CHECKED;
const asked: (string | null)[] = [];

beforeAll(async () => {
  const hub = new FakeHub();
  hub.signedIn = true;
  pages = await servePages((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/api/console/minutes-check') return hub.handle(request, response);
    asked.push(url.searchParams.get('seal'));
    const refusal = { error: { code: 'meeting-unknown', values: {} } };
    const status = checked === null ? 404 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(checked ?? refusal));
    return true;
  });
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

async function open(hash: string, locale = 'vi') {
  const opened = await openPage(browser);
  await opened.page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
  await opened.page.goto(`${pages.url('province')}#/check${hash}`);
  await opened.page.locator('form').waitFor();
  return opened;
}

function wholeInSight(one: Locator): Promise<boolean> {
  return one.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

async function sound(page: Page, name: string): Promise<void> {
  for (const size of ['', '-200']) {
    if (size !== '') await page.setViewportSize({ width: 683, height: 384 });
    await keepPicture(page, `${name}${size}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
  }
}

describe.each(['vi', 'en'])('the check of a printed record in %s', (locale) => {
  it.each(SEAL_VERDICTS)('%s: accessible, nothing clipped, also twice as large', async (verdict) => {
    const odd = verdict === 'different';
    const added = odd || verdict === 'more' ? ADDED : [];
    checked = { ...CHECKED, verdict, added, missing: odd ? [...SEAL.marks] : [] };
    const { page, complaints } = await open(`/${sealText(SEAL)}`, locale);
    await page.getByRole('heading', { level: 2 }).waitFor();
    await sound(page, `province-check-${verdict}-${locale}`);
    expect(await page.getByRole('textbox').inputValue()).toBe(sealText(SEAL));
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([...SEAL_VERDICTS, 'refused'] as const)('%s: in sight at once, twice as large', async (verdict) => {
    checked = verdict === 'refused' ? null : { ...CHECKED, verdict };
    const { page } = await open('', locale);
    await page.setViewportSize({ width: 683, height: 384 });
    await page.getByRole('textbox').fill(sealText(SEAL));
    await page.keyboard.press('Enter');
    const answer = page.getByRole(
      verdict === 'refused' ? 'alert' : 'heading',
      verdict === 'refused' ? {} : { level: 2 },
    );
    await answer.waitFor();
    expect(await wholeInSight(answer)).toBe(true);
    if (verdict !== 'refused') {
      expect(await answer.evaluate((heading) => heading === document.activeElement)).toBe(true);
      expect(await wholeInSight(page.getByText(CHECKED.meeting.title))).toBe(true);
    }
    await keepPicture(page, `province-check-${verdict}-in-sight-${locale}`);
    await page.close();
  });
});

describe('the check of a printed record', () => {
  it('is done by the keyboard alone, and says what is no code', async () => {
    checked = CHECKED;
    const { page, complaints } = await open('');
    await page.getByRole('textbox').focus();
    await page.keyboard.type('https://example.org/');
    await page.keyboard.press('Enter');
    await page.getByText('Đây không phải mã của biên bản').waitFor();
    await sound(page, 'province-check-unreadable');
    await page.getByRole('textbox').fill(`https://10.1.2.3:8443/#/check/${sealText(SEAL)}`);
    asked.length = 0;
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Khớp: tỉnh giữ đúng 3 bản ghi/ }).waitFor();
    expect(asked).toEqual([sealText(SEAL)]);
    checked = { ...CHECKED, verdict: 'more', added: ADDED };
    await page.getByRole('textbox').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /đã nhận thêm sau đó/ }).waitFor();
    expect(asked).toEqual([sealText(SEAL), sealText(SEAL)]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
