import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PIN, type Stage, type StageMeeting, setStage } from '../support/attendance-stage.ts';
import { DEPUTY, LEADER } from '../support/province.ts';
import { screenshot } from '../support/screenshot.ts';

/** Each in a time of its own, one after the other. */
const SLOT = 45;
const STARTS_IN = 10;
const MEETINGS = {
  'lech-dong-ho': 'head',
  'dung-gio': 'head',
  'dai-dien': 'representative',
  'thu-truong': 'head',
  'duyet-muon': 'head',
  'vang-co-phep': 'head',
  'roi-vi-tri': 'head',
  'mat-ket-noi': 'head',
  'hai-nguoi': 'representative',
  'ngoai-tuyen': 'head',
} as const satisfies Record<string, StageMeeting['composition']>;
type Name = keyof typeof MEETINGS;
const NAMES = Object.keys(MEETINGS) as Name[];
const NEXT_DAY = 24 * 60;

/** When a meeting starts, and minutes around it. */
function around(name: Name, minutes: number): number {
  return NAMES.indexOf(name) * SLOT + STARTS_IN + minutes;
}

describe('the rows of the domain text on attendance, from the seat to the console', () => {
  let stage: Stage;
  let page: Page;
  let row: Locator;
  const dialog = () => page.getByRole('dialog');
  const ruling = () => stage.console.page.getByRole('dialog');
  const panel = () => page.locator('section:has(#during)');

  beforeAll(async () => {
    const meetings = NAMES.map((id) => ({ id, composition: MEETINGS[id], startsAt: around(id, 0) }));
    stage = await setStage(meetings, around('lech-dong-ho', 3));
    page = stage.point.page;
    row = stage.row;
  });
  afterAll(() => stage?.stop());
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await screenshot(page, 'attendance-failed');
    await screenshot(stage.console.page, 'attendance-failed-console');
  });

  it('device clock 5 minutes off: what counts is the province’s time, both stay visible', async () => {
    await at('lech-dong-ho', 3, { pointAhead: 5 });
    const line = page.getByRole('article', { name: 'Đường truyền' });
    await line.getByRole('button', { name: /^Đo/ }).click();
    await line.getByRole('button', { name: /^Chi tiết/ }).waitFor({ timeout: 40_000 });
    await seat(LEADER);
    await shows('Có mặt', 'Đúng thành phần');
    expect(await row.textContent()).not.toContain('muộn');
    await openPoint();
    await ruling()
      .getByText(/giờ máy/)
      .first()
      .waitFor();
    expect(await ruling().textContent()).not.toContain('đồng hồ máy chưa được đo');
    await screenshot(stage.console.page, 'attendance-clock-off');
  });

  it('designated on time: present, right composition', async () => {
    await at('dung-gio', -5);
    await seat(LEADER);
    await shows(LEADER.fullName, 'Có mặt', 'Đúng thành phần', 'Tự khai');
    expect(await row.textContent()).not.toContain('muộn');
  });

  it('deputy accepted: the invitation asks for a representative', async () => {
    await at('dai-dien', -5);
    await seat(DEPUTY, 'Phân công phụ trách lĩnh vực');
    await shows(DEPUTY.fullName, 'Có mặt', 'Dự thay theo phân công');
    await openPoint();
    // There is nothing to rule on.
    expect(await ruling().getByRole('option', { name: 'Chủ trì không đồng ý' }).count()).toBe(0);
  });

  it('deputy refused: the invitation asks for the head, and the chair says no', async () => {
    await at('thu-truong', -5);
    await seat(DEPUTY, 'Phân công phụ trách lĩnh vực');
    await shows('Dự thay theo phân công');
    await rule('Chủ trì không đồng ý', {
      'Người duyệt': 'Chủ tịch UBND tỉnh',
      'Lý do, căn cứ': 'Phải là người đứng đầu',
    });
    await shows('Sai thành phần', 'Có mặt');
  });

  it('substitute approved late: valid, and visibly added afterwards', async () => {
    await at('duyet-muon', -5);
    await seat(DEPUTY, 'Giấy ủy quyền');
    await shows('Dự thay theo ủy quyền, chờ duyệt');
    await at('duyet-muon', 12);
    await rule('Chủ trì đồng ý người dự thay', { 'Người duyệt': 'Chủ tịch UBND tỉnh' });
    await shows('Ủy quyền hợp lệ', 'Duyệt bổ sung sau', 'Có mặt');
    await screenshot(stage.console.page, 'attendance-approved-late');
  });

  it('absent excused: provisionally absent from the cut-off, excused by an approval at the close', async () => {
    await at('vang-co-phep', 10);
    await sync();
    // Of a mere contact no news comes: the list looks again by itself.
    await at('vang-co-phep', 10.5);
    await shows('Chưa vào vị trí');
    await at('vang-co-phep', 16);
    // The point knows by itself; the province once it has heard that there is nothing newer.
    await panel().getByText('Tạm ghi vắng').waitFor();
    await sync();
    await at('vang-co-phep', 16.5);
    await shows('Tạm ghi vắng');
    await rule('Vắng có phép', {
      'Người duyệt': 'Chủ tịch UBND tỉnh',
      'Lý do, căn cứ': 'Đi công tác theo lịch của tỉnh',
    });
    await close();
    await shows('Vắng có phép');
  });

  it('left and returned: away is shown while it lasts, and kept', async () => {
    await at('roi-vi-tri', -5);
    await seat(LEADER);
    await at('roi-vi-tri', 5);
    await panel().getByRole('button', { name: 'Rời vị trí' }).click();
    await shows('Đang rời vị trí');
    await at('roi-vi-tri', 8);
    await panel().getByRole('button', { name: 'Đã trở lại' }).click();
    await shows('Đã trở lại', 'Đúng thành phần');
    await openPoint();
    for (const said of ['Rời vị trí', 'Trở lại vị trí']) await ruling().getByText(said, { exact: true }).waitFor();
  });

  it('line lost and back: an outage whose cause the province sets, and no absence', async () => {
    await at('mat-ket-noi', -5);
    await seat(LEADER);
    await at('mat-ket-noi', 1);
    await sync();
    await stage.lookAtLines();
    await shows('Trực tuyến');
    stage.line.cut();
    await at('mat-ket-noi', 9);
    await stage.lookAtLines();
    await shows('Mất kết nối', 'Có mặt', '1 chưa rõ nguyên nhân');
    stage.line.mend();
    await sync();
    await stage.lookAtLines();
    await shows('Trực tuyến', 'mất 1 lần', 'Có mặt');
    await openPoint();
    const choices = ruling().getByLabel('Kết luận của tỉnh');
    const cause = await choices.getByRole('option', { name: /^Xác định nguyên nhân gián đoạn/ }).getAttribute('value');
    await choices.selectOption(cause);
    await ruling().getByLabel('Nguyên nhân').selectOption({ label: 'Khách quan' });
    await ruling().getByLabel('Lý do, căn cứ').fill('Đứt cáp theo thông báo của nhà mạng');
    await save();
    await expect.poll(() => row.textContent()).not.toContain('chưa rõ nguyên nhân');
  });

  it('two people signed in one after the other: the last one counts, both are listed', async () => {
    await at('hai-nguoi', -5);
    await seat(LEADER);
    await shows(LEADER.fullName);
    await at('hai-nguoi', 6);
    await seat(DEPUTY, 'Phân công phụ trách lĩnh vực');
    await shows(DEPUTY.fullName, 'Dự thay theo phân công', 'Có mặt');
    await openPoint();
    expect(await ruling().getByText('Lãnh đạo đăng nhập dự họp', { exact: true }).count()).toBe(2);
    for (const { fullName } of [LEADER, DEPUTY])
      await ruling()
        .getByText(new RegExp(`^${fullName}`))
        .first()
        .waitFor();
  });

  it('offline for the whole meeting: no data meanwhile, whatever the hour, also after the close', async () => {
    await at('hai-nguoi', 19);
    stage.line.cut();
    await at('ngoai-tuyen', -5);
    await seat(LEADER);
    await at('ngoai-tuyen', 17);
    await panel().getByRole('button', { name: 'Rời vị trí' }).click();
    await panel()
      .getByText(/^Rời vị trí từ/)
      .waitFor();
    await nothingIsKnown();
    await at('ngoai-tuyen', 19);
    await panel().getByRole('button', { name: 'Đã trở lại' }).click();
    await at('ngoai-tuyen', 25);
    await panel().getByRole('button', { name: 'Kết thúc' }).click();
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await panel()
      .getByText(/^Đã kết thúc lúc/)
      .waitFor();
    await at('ngoai-tuyen', 27);
    await close();
    await nothingIsKnown();
    await screenshot(stage.console.page, 'attendance-no-data');
  });

  it('synced the next day: the whole record, as it was', async () => {
    await stage.moveTo(around('ngoai-tuyen', NEXT_DAY));
    stage.line.mend();
    // The session of yesterday is over.
    await stage.console.page.reload();
    await stage.signIn();
    await stage.rollCallOf('ngoai-tuyen');
    await sync();
    await shows('Dự đến hết', LEADER.fullName, 'Đúng thành phần');
    expect(await row.textContent()).not.toContain('muộn');
    await openPoint();
    const course = ['Lãnh đạo đăng nhập dự họp', 'Rời vị trí', 'Trở lại vị trí', 'Kết thúc tại điểm cầu'];
    for (const said of course) await ruling().getByText(said, { exact: true }).waitFor();
    await screenshot(stage.console.page, 'attendance-next-day');
    expect(stage.console.errors).toEqual([]);
  });

  /** It is so many minutes after the start, here and there; the console shows this meeting's roll call. */
  async function at(name: Name, minutes: number, { pointAhead = 0 } = {}): Promise<void> {
    await stage.moveTo(around(name, minutes), pointAhead);
    await stage.rollCallOf(name);
  }

  async function seat({ fullName }: typeof LEADER, basis: string | null = null): Promise<void> {
    await page
      .getByRole('button', { name: /^(Lãnh đạo đăng nhập|Đăng nhập lại)/ })
      .first()
      .click();
    await dialog().getByRole('button', { name: fullName }).click();
    if (basis !== null) {
      await dialog().getByLabel(basis).check();
      await dialog().getByLabel('Số văn bản').fill('15/QĐ-UBND');
      if (basis === 'Giấy ủy quyền') await dialog().getByLabel('Ngày văn bản').fill('30/01/2026');
      await dialog().getByLabel('Người ký').fill(LEADER.fullName);
      await dialog().getByLabel('Lý do').fill('Đi công tác');
    }
    await dialog()
      .getByLabel(/^Mã PIN/)
      .fill(PIN);
    await page.keyboard.press('Enter');
    await dialog()
      .getByText(/đã đăng nhập lúc/)
      .waitFor();
    await page.keyboard.press('Escape');
  }

  /** The province has heard of the point after this, and holds all it recorded. */
  async function sync(): Promise<void> {
    const asked = Date.now();
    await page.getByRole('button', { name: 'Đồng bộ ngay' }).click();
    await expect.poll(stage.heardAt, { timeout: 12_000 }).toBeGreaterThanOrEqual(asked);
    await page.getByText('Đã gửi tới tỉnh').first().waitFor();
  }

  async function shows(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await row.getByText(text).first().waitFor();
  }

  async function nothingIsKnown(): Promise<void> {
    await shows('Chưa có dữ liệu');
    expect(await row.textContent()).not.toMatch(/vắng/i);
    expect(await row.textContent()).not.toContain(LEADER.fullName);
  }

  async function openPoint(): Promise<void> {
    if ((await ruling().count()) === 0) await row.getByRole('button').click();
    await ruling().getByRole('listitem').first().waitFor();
  }

  async function rule(name: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await row.getByRole('button').click();
    await ruling().getByLabel('Kết luận của tỉnh').selectOption({ label: name });
    for (const [label, text] of Object.entries(fields)) await ruling().getByLabel(label).fill(text);
    await save();
    await stage.console.page.keyboard.press('Escape');
  }

  async function save(): Promise<void> {
    await ruling().getByRole('button', { name: 'Ghi vào hồ sơ' }).click();
    await ruling().getByText('Đã ghi vào hồ sơ.').waitFor();
  }

  async function close(): Promise<void> {
    await stage.console.page.getByRole('button', { name: 'Chốt điểm danh' }).click();
    await stage.console.page.getByRole('button', { name: 'Chốt, cuộc họp đã kết thúc' }).click();
    await stage.console.page.getByText(/^Đã chốt lúc/).waitFor();
  }
});
