import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PointEntry } from '../../shared/attendance/entry.ts';
import type { AttendanceFact } from '../../shared/events/journal-event.ts';
import type { PointState } from '../../shared/point-state.ts';
import type { Locale } from '../../shared/strings/translator.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { FRESH, INFO, NOW } from './support/point-states.ts';

vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const RECORD = { 'meeting:record': { ok: true, value: { seq: 2, hash: 'h'.repeat(43), at: NOW } } };
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

function entry(minutesAgo: number, event: AttendanceFact): PointEntry {
  const id = `${event.type}-${minutesAgo}`.padEnd(43, '-');
  return { source: 'point', id, device: 'device-1', deviceAt: NOW - minutesAgo * MINUTE, clock: null, event };
}

const LEFT = entry(10, { type: 'seat-left', meetingId: 'm1', note: '' });
const ON_DUTY = entry(70, {
  type: 'technician-on-duty',
  meetingId: 'm1',
  fullName: 'Cán bộ mẫu',
  phone: '0905 000 000',
});

function withCourse(entries: readonly PointEntry[]): PointState {
  return { ...FRESH, courses: { m1: [...entries] } };
}

async function open(state: PointState, locale: Locale = 'vi'): Promise<Page> {
  const { page } = await openPage(browser, { clock: NOW });
  await fakeBridge(page, { ...INFO, locale }, state, RECORD);
  await page.goto(pages.url('point'));
  await page.locator('main').waitFor();
  return page;
}

const recorded = async (page: Page): Promise<unknown[]> =>
  (await page.evaluate(() => Object(window).asked as [string, unknown][]))
    .filter(([name]) => name === 'meeting:record')
    .map(([, args]) => args);

/** On a small laptop and at 200 %: nothing is cut off, axe finds nothing. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const [suffix, size] of [
    ['', { width: 1366, height: 768 }],
    ['-200', { width: 683, height: 384 }],
  ] as const) {
    await page.setViewportSize(size);
    await keepPicture(page, `${name}${suffix}`);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

describe.each(['vi', 'en'] as const)('the people of a point, in %s', (locale) => {
  it('the technician on duty, a correction and a proposal fit on the screen', async () => {
    const page = await open(withCourse([ON_DUTY, LEFT]), locale);
    await page.locator('section:has(#duty)').getByText('Cán bộ mẫu').waitFor();
    await looksRight(page, `point-duty-${locale}`);
    await page.locator('section:has(#duty) button').click();
    await looksRight(page, `point-duty-dialog-${locale}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: locale === 'vi' ? 'Diễn biến' : /timeline/i }).click();
    await page.getByRole('dialog').locator('li button').last().click();
    await page.getByRole('radio').last().check();
    await looksRight(page, `point-correction-${locale}`);
    await page.keyboard.press('Escape');
    await page.close();
  });
});

describe('the people of a point', () => {
  it('a technician says to be there, by name and number', async () => {
    const page = await open(withCourse([]));
    await page.getByRole('button', { name: 'Tôi đã có mặt trực' }).click();
    await page.getByLabel('Họ và tên cán bộ kỹ thuật').fill('Cán bộ mẫu');
    await page.keyboard.press('Enter');
    await page.getByText('Không được để trống.').waitFor();
    await page.getByLabel('Số điện thoại').fill('0905 000 000');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => recorded(page))
      .toEqual([{ type: 'technician-on-duty', meetingId: 'm1', fullName: 'Cán bộ mẫu', phone: '0905 000 000' }]);
    await page.close();
  });

  it('a correction says that it was something else, at another moment', async () => {
    const page = await open(withCourse([LEFT]));
    await page.getByRole('button', { name: 'Diễn biến' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đính chính' }).click();
    await page.getByLabel('Là việc khác').check();
    await page.getByLabel('Việc đúng là').selectOption({ label: 'Về sớm' });
    await page.getByLabel(/^Đúng ra lúc/).fill('31/01/2026 07:20');
    await page.getByLabel('Lý do').fill('Ghi nhầm nút');
    await page.getByLabel('Người đính chính').fill('Cán bộ mẫu');
    await page.keyboard.press('Enter');
    const at = Date.parse('2026-01-31T07:20:00+07:00');
    await expect
      .poll(() => recorded(page))
      .toMatchObject([
        { type: 'correction', of: LEFT.id, replacement: { kind: 'fact', at, fact: { type: 'left-early', note: '' } } },
      ]);
    await page.close();
  });

  it('proposes a change to the list from where the name is missed', async () => {
    const page = await open(withCourse([]));
    await page.getByRole('button', { name: 'Lãnh đạo đăng nhập' }).click();
    await page.getByRole('button', { name: /Đề nghị sửa danh sách/ }).click();
    await page.getByLabel('Họ và tên').fill('Rah Lan Chung');
    await page.getByLabel('Chức vụ').fill('Phó Chủ tịch UBND xã');
    await page.getByLabel(/^Lĩnh vực/).fill('Y tế\n\nGiáo dục');
    await looksRight(page, 'point-proposal-vi');
    await page.getByLabel('Lý do, căn cứ').fill('Mới bổ nhiệm');
    await page.getByLabel('Người đề nghị').fill('Cán bộ mẫu');
    await page.getByRole('button', { name: 'Ghi và gửi đề nghị' }).click();
    await page.getByText('Đã ghi đề nghị.').waitFor();
    expect(await recorded(page)).toMatchObject([
      {
        type: 'person-proposed',
        by: 'Cán bộ mẫu',
        reason: 'Mới bổ nhiệm',
        proposal: { kind: 'add', fullName: 'Rah Lan Chung', fields: ['Y tế', 'Giáo dục'] },
      },
    ]);
    await page.close();
  });
});
