import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { FakeHub, NOW, rowOf } from './support/fake-hub.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 30_000 });

let pages: Pages;
let browser: Browser;
let hub: FakeHub;

beforeAll(async () => {
  pages = await servePages((request, response) => hub.handle(request, response));
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

beforeEach(() => {
  hub = new FakeHub();
});

async function open(hash = '', locale = 'vi') {
  const opened = await openPage(browser, { clock: NOW });
  await opened.page.addInitScript((chosen) => localStorage.setItem('diem-cau-locale', chosen), locale);
  await opened.page.goto(pages.url('province') + hash);
  await opened.page.getByRole('radiogroup').waitFor();
  return opened;
}

describe.each(['vi', 'en'])('the console’s screens in %s', (locale) => {
  it.each([
    ['login', false, ''],
    ['meetings', true, ''],
    ['readiness', true, '#/meetings/m1'],
    ['unknown-meeting', true, '#/meetings/m9'],
    ['new-meeting', true, '#/new'],
    ['schedule', true, '#/meetings/m1/schedule'],
    ['roll-call', true, '#/meetings/m1/roll-call'],
  ])('%s: accessible, nothing clipped, no breach of the policy', async (name, signedIn, hash) => {
    hub.signedIn = signedIn;
    hub.role = 'admin';
    const { page, complaints } = await open(hash, locale);
    if (signedIn) await page.locator('[data-state=on]').waitFor();
    if (signedIn) await page.locator('li a, tbody tr, form, [role=alert]').first().waitFor();
    await keepPicture(page, `province-${name}-${locale}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    expect(complaints.filter((text) => !/status of 40[14]/.test(text))).toEqual([]);
    await page.close();
  });
});

describe('the console at work', () => {
  it.each(['', '/wall', '/roll-call', '/schedule'])(
    'leads back to the list from an unknown meeting%s',
    async (screen) => {
      hub.signedIn = true;
      const { page } = await open(`#/meetings/m9${screen}`);
      const advice = page.getByRole('alert');
      await advice.getByText('Chọn lại cuộc họp trong danh sách').waitFor();
      expect(await advice.getByRole('button').count()).toBe(0);
      await advice.getByRole('link', { name: 'Về danh sách cuộc họp' }).click();
      await page.locator('a[href="#/meetings/m1/wall"]').waitFor();
      await page.close();
    },
  );

  it('says what to do about a wrong password, then lets the right one in', async () => {
    const { page } = await open();
    await page.locator('input[autocomplete=username]').fill('vanphong');
    await page.locator('input[type=password]').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.locator('input[type=password]').fill('right');
    await page.keyboard.press('Enter');
    await page.locator('a[href="#/meetings/m1/wall"]').click();
    await page.getByRole('gridcell').first().waitFor();
    await page.locator('a[href="#/meetings/m1"]').click();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(24);
    await page.close();
  });

  it('puts what needs a call first, and finds a point without accents', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1');
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').first().textContent()).toContain('Chưa sẵn sàng');
    await page.getByRole('textbox').fill('dak doa');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
    for (const text of await page.locator('tbody th').allTextContents()) expect(text).toContain('Đak Đoa');
    await page.close();
  });

  it('says of a point that nothing came from only that, never that it did nothing', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1');
    const row = page.locator('tr[data-point="23603"]');
    await row.waitFor();
    const text = `${await row.textContent()} ${await row.getByRole('button').getAttribute('aria-label')}`;
    expect(text).toContain('Chưa có dữ liệu');
    expect(text).not.toMatch(/Chưa kiểm tra|Chưa đăng nhập|Không đạt|0\/11/);
    await page.close();
  });

  it('says the checks in words on focus', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1');
    await page.locator('tbody tr').first().getByRole('button').focus();
    const tooltip = page.getByRole('tooltip');
    await tooltip.waitFor();
    expect(await tooltip.textContent()).toContain('Micro: Không đạt');
    await keepPicture(page, 'province-marks-vi');
    await page.close();
  });

  it('follows the points live, says when it does not, and catches up on reconnecting', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1');
    await page.locator('[data-state=on]').waitFor();
    const row = page.locator('tr[data-point="23600"]');
    expect(await row.textContent()).toContain('Chưa sẵn sàng');
    hub.tell(rowOf(0, 'ready'));
    await expect.poll(() => row.textContent()).toMatch(/^UBND xã Ia Krái 123600Sẵn sàng/);
    hub.rows = hub.rows.map((one) => (one.point.code === '23606' ? rowOf(6, 'ready-with-notes') : one));
    hub.hangUp();
    await page.locator('[data-state=connecting]').waitFor();
    await page.locator('[data-state=on]').waitFor();
    await expect.poll(() => page.locator('tr[data-point="23606"]').textContent()).toContain('Sẵn sàng, có lưu ý');
    await page.close();
  });
});

describe('the list of meetings', () => {
  it('sets a cancelled one apart, and counts nobody for it', async () => {
    hub.signedIn = true;
    const opened = await openPage(browser);
    const { page } = opened;
    await page.clock.setFixedTime(NOW);
    await page.route('**/api/console/meetings', async (route) => {
      const answer = await route.fetch();
      const list = await answer.json();
      list.meetings[1].status = 'cancelled';
      await route.fulfill({ response: answer, json: list });
    });
    await page.goto(pages.url('province'));
    const card = page.locator('a[href="#/meetings/m1/wall"]');
    await card.waitFor();
    expect(await card.locator('[data-badge]').allTextContents()).toEqual(['Đã hủy']);
    expect(await card.textContent()).not.toContain('Còn');
    expect(await page.locator('a[href="#/meetings/m0/wall"] [data-badge]').count()).toBeGreaterThan(1);
    await page.close();
  });
});

describe('scheduling at the console', () => {
  const openSchedule = async (locale = 'vi') => {
    Object.assign(hub, { signedIn: true, role: 'operator' });
    const opened = await open('#/meetings/m1/schedule', locale);
    await opened.page.getByRole('button', { name: 'Lưu thay đổi' }).waitFor();
    return opened;
  };

  it('sends a change with its reason and the revision that was seen, and not without a reason', async () => {
    const { page } = await openSchedule();
    await page.getByLabel('Giờ bắt đầu').fill('09:30');
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.getByText('Ghi lý do.').waitFor();
    expect(hub.asked).toEqual([]);
    await page
      .getByLabel(/^Lý do \(các/)
      .first()
      .fill('Trùng lịch');
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await expect
      .poll(() => hub.asked)
      .toMatchObject([{ at: '/changes', body: { revision: 2, reason: 'Trùng lịch', following: false } }]);
    expect(JSON.stringify(hub.asked)).toContain(`"startsAt":${Date.parse('2026-01-31T09:30:00+07:00')}`);
    await page.close();
  });

  it('asks once about a start that is over', async () => {
    const { page } = await openSchedule();
    const save = page.getByRole('button', { name: 'Lưu thay đổi' });
    const why = page.getByLabel(/^Lý do \(các/).first();
    await page.getByLabel('Giờ bắt đầu').fill('07:30');
    await why.fill('Đến sớm');
    await save.click();
    await page.getByText('Ngày giờ này đã qua.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder'))).toBe('08:00');
    expect(hub.asked).toEqual([]);
    await save.click();
    await expect.poll(() => hub.asked).toMatchObject([{ at: '/changes', body: { reason: 'Đến sớm' } }]);
    await page.close();
  });

  it('shows who is designated, and leads the keyboard back to what an invitation was opened from', async () => {
    const { page } = await openSchedule();
    // The list of people is long under way: nobody may seem designated who is.
    await page.route('**/roster', () => {});
    const change = page.getByRole('button', { name: /^Sửa lời mời: / }).first();
    await change.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByLabel(/^Lý do, căn cứ/)
      .waitFor();
    const designated = page.getByRole('dialog').locator('select').first();
    expect(await designated.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text)).toBe('Rah Lan Chung');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await change.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.close();
  });

  it('says when a colleague was quicker, and keeps what was typed', async () => {
    hub.refusal = { code: 'meeting-changed', values: {} };
    const { page } = await openSchedule();
    await page.getByLabel('Tên cuộc họp').fill('Tên mới');
    await page
      .getByLabel(/^Lý do \(các/)
      .first()
      .fill('Sửa tên');
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.getByText('Người khác vừa thay đổi cuộc họp này.').waitFor();
    expect(await page.getByLabel('Tên cuộc họp').inputValue()).toBe('Tên mới');
    await page.close();
  });

  it('cancels only after a second step and a reason', async () => {
    const { page } = await openSchedule();
    const focused = () => page.evaluate(() => document.activeElement?.tagName);
    await page.getByRole('button', { name: 'Hủy cuộc họp' }).click();
    expect(await focused()).toBe('TEXTAREA');
    await page.getByRole('button', { name: 'Giữ nguyên' }).click();
    expect(await focused()).toBe('BUTTON');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Hủy cuộc họp này' }).click();
    await expect.poll(focused).toBe('TEXTAREA');
    expect(hub.asked).toEqual([]);
    await page
      .getByLabel(/^Lý do \(các/)
      .last()
      .fill('Nghỉ lễ');
    await page.getByLabel('Áp dụng cho cả các buổi sau của chuỗi').last().check();
    await page.getByRole('button', { name: 'Hủy cuộc họp này' }).click();
    await expect
      .poll(() => hub.asked)
      .toMatchObject([{ at: '/cancellation', body: { revision: 2, reason: 'Nghỉ lễ', following: true } }]);
    await page.close();
  });

  it('offers nothing to change to those who only look', async () => {
    Object.assign(hub, { signedIn: true, role: 'viewer' });
    const { page } = await open('#/meetings/m1/schedule');
    await page.getByText('chỉ xem').waitFor();
    await page.getByText('12/GM-UBND').waitFor();
    expect(await page.locator('form').count()).toBe(0);
    await page.close();
  });
});

describe('the roll call at the console', () => {
  it('shows a point that nothing came from as such, beside those who are present, late and provisionally absent', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1/roll-call');
    const row = (code: string) => page.locator(`tr[data-point="${code}"]`);
    await row('23600').waitFor();
    expect(await row('23600').textContent()).not.toMatch(/vắng|Vắng|Chưa ai đăng nhập/);
    expect(await row('23601').textContent()).toContain('Tạm ghi vắng');
    expect(await row('23603').textContent()).toContain('Đúng thành phần');
    expect(await row('23604').textContent()).toContain('muộn 12 phút');
    await page.close();
  });

  it.each([
    [
      'vi',
      {
        ask: 'Chốt điểm danh',
        close: 'Chốt, cuộc họp đã kết thúc',
        early: 'Chốt, đã họp sớm',
        why: 'Lý do họp sớm hơn',
        says: /^Cuộc họp bắt đầu lúc .* chưa đến giờ/,
      },
    ],
    [
      'en',
      {
        ask: 'Close the roll call',
        close: 'Close it, the meeting is over',
        early: 'Close it, it was held early',
        why: 'Why it was held earlier',
        says: /^The meeting starts at .* yet to come/,
      },
    ],
  ] as const)('closes before the hour only with a reason, and says why (%s)', async (locale, words) => {
    hub.signedIn = true;
    const { page, complaints } = await open('#/meetings/m1/roll-call', locale);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button(words.ask).click();
    await page.getByRole('alert').filter({ hasText: words.says }).waitFor();
    expect(await button(words.early).isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    await keepPicture(page, `province-close-early-${locale}`);
    await page.getByLabel(words.why).fill('Họp sớm do bão');
    await button(words.early).click();
    await button(words.ask).waitFor();
    await page.clock.setFixedTime(NOW + 2 * 3_600_000);
    await button(words.ask).click();
    await button(words.close).click();
    await button(words.ask).waitFor();
    expect(hub.asked).toMatchObject([
      { at: '/rulings', body: { point: null, ruling: { type: 'meeting-closed', reason: 'Họp sớm do bão' } } },
      { at: '/rulings', body: { point: null, ruling: { type: 'meeting-closed', reason: '' } } },
    ]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('opens one point with all that was recorded, and writes down what is ruled', async () => {
    hub.signedIn = true;
    const { page } = await open('#/meetings/m1/roll-call');
    await page.locator('tr[data-point="23602"]').getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nguyễn Thị Hồng Nhung').first().waitFor();
    await dialog.getByLabel('Kết luận của tỉnh').selectOption({ label: 'Chủ trì đồng ý người dự thay' });
    expect(await dialog.getByRole('button', { name: 'Ghi vào hồ sơ' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Người duyệt').fill('Phó Chủ tịch UBND tỉnh');
    await keepPicture(page, 'province-ruling-vi');
    expect(await axeFindings(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi vào hồ sơ' }).click();
    await dialog.getByText('Đã ghi vào hồ sơ.').waitFor();
    expect(hub.asked).toMatchObject([
      {
        at: '/rulings',
        body: {
          point: '23602',
          ruling: { type: 'composition-approved', personId: 'p2', approval: { approver: 'Phó Chủ tịch UBND tỉnh' } },
        },
      },
    ]);
    await page.close();
  });
});
