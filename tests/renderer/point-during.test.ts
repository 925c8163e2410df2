import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PointEntry } from '../../shared/attendance/entry.ts';
import type { AttendanceFact } from '../../shared/events/journal-event.ts';
import { EMPTY_RECORD } from '../../shared/meeting/readiness.ts';
import type { PointState } from '../../shared/point-state.ts';
import type { Locale } from '../../shared/strings/translator.ts';
import { axeFindings, clippedTexts, keepPicture, openBrowser, openPage } from './support/browser.ts';
import { type Answers, fakeBridge } from './support/fake-bridge.ts';
import { type Pages, servePages } from './support/pages.ts';
import { FRESH, INFO, NOW } from './support/point-states.ts';

let pages: Pages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await pages.close();
});

vi.setConfig({ testTimeout: 30_000 });

const MINUTE = 60_000;
const INCIDENT = '00000000-0000-4000-8000-000000000001';
const told = { meetingId: 'm1', note: '' };

function entry(minutesAgo: number, event: AttendanceFact): PointEntry {
  const id = `${event.type}-${minutesAgo}`.padEnd(43, '-');
  return { source: 'point', id, device: 'device-1', deviceAt: NOW - minutesAgo * MINUTE, clock: null, event };
}

const SIGNED_IN = entry(40, {
  type: 'leader-signed-in',
  meetingId: 'm1',
  person: { id: 'p1', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
  designatedPersonId: 'p1',
  substitution: null,
});
/** What the record says of the same sign-in. */
const LEADER = {
  at: SIGNED_IN.deviceAt,
  person: { id: 'p1', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
  designatedPersonId: 'p1',
  substitution: null,
};
const LEFT = entry(10, { type: 'seat-left', ...told });
const CUT = entry(5, {
  type: 'incident-opened',
  meetingId: 'm1',
  incidentId: INCIDENT,
  reporter: { by: 'person', fullName: null },
  kind: 'line',
  what: 'Mất tín hiệu từ điểm cầu trung tâm',
  since: NOW - 6 * MINUTE,
  proposedCause: 'undetermined',
  causeNote: '',
  measured: null,
});

/** The meeting began half an hour ago. */
function underWay(entries: readonly PointEntry[], asked: boolean): PointState {
  const { feed } = FRESH;
  if (!feed) throw new Error('no feed');
  const meetings = feed.meetings.map((meeting) => ({ ...meeting, startsAt: NOW - 30 * MINUTE }));
  const question = 'Vì sao ghế trống từ 08:05 đến 08:15?';
  const requests = [{ id: 'r1', meetingId: 'm1', question, about: null, at: NOW - MINUTE, dueAt: NOW + 60 * MINUTE }];
  return {
    ...FRESH,
    feed: { ...feed, meetings, requests: asked ? requests : [] },
    records: { m1: { ...EMPTY_RECORD, leader: LEADER } },
    courses: { m1: [...entries] },
  };
}

async function open(state: PointState, locale: Locale = 'vi', answers: Answers = {}) {
  const saved = { ok: true, value: { seq: 31, hash: 'x'.repeat(43), at: NOW } };
  const opened = await openPage(browser, { clock: NOW });
  await fakeBridge(opened.page, { ...INFO, locale }, state, { 'meeting:record': saved, ...answers });
  await opened.page.goto(pages.url('point'));
  await opened.page.locator('section:has(#during)').waitFor();
  return opened;
}

const panel = (page: Page) => page.locator('section:has(#during)');
const recorded = async (page: Page): Promise<unknown[]> =>
  (await page.evaluate(() => Object(window).asked as [string, unknown][]))
    .filter(([name]) => name === 'meeting:record')
    .map(([, args]) => args);

async function sound(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  await keepPicture(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

describe.each(['vi', 'en'] as const)('the panel of the meeting in %s', (locale) => {
  it.each([
    ['before', FRESH],
    ['seated', underWay([SIGNED_IN], false)],
    ['away', underWay([SIGNED_IN, LEFT, CUT], true)],
  ] as const)('%s: accessible, nothing clipped', async (name, state) => {
    const { page, complaints } = await open(state, locale);
    await sound(page, `point-during-${name}-${locale}`, complaints);
    await page.close();
  });

  it.each([0, 1, 2, 3])('dialog %i: accessible, nothing clipped', async (index) => {
    const { page, complaints } = await open(underWay([SIGNED_IN, CUT], true), locale);
    // After "left seat": left early, ended, incidents, explanation, course.
    await panel(page)
      .getByRole('button')
      .nth([2, 3, 4, 5][index] ?? 0)
      .click();
    await page.getByRole('dialog').waitFor();
    await sound(page, `point-during-dialog-${index}-${locale}`, complaints);
    await page.close();
  });
});

describe('during a meeting', () => {
  it('the seat is left and taken again with one press each', async () => {
    const { page } = await open(underWay([SIGNED_IN], false));
    await panel(page).getByRole('button', { name: 'Rời vị trí' }).click();
    await expect.poll(() => recorded(page)).toEqual([{ type: 'seat-left', ...told }]);
    await page.evaluate((state) => Object(window).tell('point:changed', state), underWay([SIGNED_IN, LEFT], false));
    await panel(page).getByRole('button', { name: 'Đã trở lại' }).click();
    await expect.poll(() => recorded(page)).toHaveLength(2);
    await page.close();
  });

  it('an incident is reported by keyboard alone, with the time it began', async () => {
    const { page } = await open(underWay([SIGNED_IN], false));
    await panel(page).getByRole('button', { name: 'Báo sự cố' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('select:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('07:20');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Mất tiếng');
    await page.keyboard.press('Enter');
    await expect.poll(() => recorded(page)).toHaveLength(1);
    expect(await recorded(page)).toMatchObject([
      {
        type: 'incident-opened',
        kind: 'line',
        what: 'Mất tiếng',
        since: NOW - 15 * MINUTE,
        proposedCause: 'undetermined',
      },
    ]);
    await page.close();
  });

  it('what is going on can be resolved, and what is asked answered', async () => {
    const { page } = await open(underWay([SIGNED_IN, CUT], true));
    await panel(page).getByRole('button', { name: 'Sự cố (1)' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đã khắc phục' }).click();
    await page.locator('input:focus').fill('Cắm lại cáp');
    await page.keyboard.press('Enter');
    await expect.poll(() => recorded(page)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await panel(page).getByRole('button', { name: 'Giải trình (1)' }).click();
    await page.locator('textarea:focus').fill('Ra ngoài nghe điện thoại khẩn');
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi giải trình' }).click();
    await page.locator('[aria-invalid="true"]').fill('Đại biểu mẫu A');
    await page.keyboard.press('Enter');
    await expect.poll(() => recorded(page)).toHaveLength(2);
    expect(await recorded(page)).toMatchObject([
      { type: 'incident-resolved', incidentId: INCIDENT, remedy: 'Cắm lại cáp' },
      { type: 'explanation-given', requestId: 'r1', by: 'Đại biểu mẫu A' },
    ]);
    await page.close();
  });

  it('a slip of the hand is taken back by name and with a reason', async () => {
    const { page } = await open(underWay([SIGNED_IN, LEFT], false));
    await panel(page).getByRole('button', { name: 'Diễn biến' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đính chính' }).click();
    await page.locator('input:focus').fill('Bấm nhầm');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Cán bộ mẫu');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => recorded(page))
      .toMatchObject([
        {
          type: 'correction',
          of: LEFT.id,
          actor: 'Cán bộ mẫu',
          reason: 'Bấm nhầm',
          replacement: { kind: 'withdrawn' },
        },
      ]);
    await page.close();
  });

  it('a refusal is told where it happened', async () => {
    const refused = { ok: false, error: { code: 'seat-out-of-turn', values: {} } };
    const { page } = await open(underWay([SIGNED_IN], false), 'vi', { 'meeting:record': refused });
    await panel(page).getByRole('button', { name: 'Rời vị trí' }).click();
    await panel(page).getByRole('alert').waitFor();
    await page.close();
  });

  it('a meeting that runs over its time stays the one under way', async () => {
    const state = underWay([SIGNED_IN], false);
    const over = state.feed?.meetings.map((meeting) => ({ ...meeting, expectedEndsAt: NOW - MINUTE })) ?? [];
    const { page } = await open({ ...state, feed: state.feed && { ...state.feed, meetings: over } });
    await panel(page).getByRole('button', { name: 'Kết thúc' }).waitFor();
    await page.close();
  });

  it('a line that goes and comes is noticed, and becomes an incident with what was measured', async () => {
    const { page, complaints } = await open(underWay([SIGNED_IN], false));
    const unreachable = { code: 'hub-unreachable' as const, values: { host: 'hub.example' } };
    const state = underWay([SIGNED_IN], false);
    const tell = (now: number, error: typeof unreachable | null) =>
      page.clock.setFixedTime(now).then(() =>
        page.evaluate((told) => Object(window).tell('point:changed', told), {
          ...state,
          sync: { ...state.sync, error },
        }),
      );
    await tell(NOW, unreachable);
    await tell(NOW + 20_000, null);
    await panel(page).getByText('Mất kết nối tới tỉnh').waitFor();
    await sound(page, 'point-during-proposal', complaints);
    await panel(page).getByRole('button', { name: 'Ghi sự cố' }).click();
    await expect.poll(() => recorded(page)).toHaveLength(2);
    const measured = { from: NOW, to: NOW + 20_000 };
    expect(await recorded(page)).toMatchObject([
      { type: 'incident-opened', kind: 'line', reporter: { by: 'app' }, since: NOW, measured },
      { type: 'incident-resolved', resolvedAt: NOW + 20_000, measured },
    ]);
    await page.close();
  });

  it('fits a window magnified to 200 %', async () => {
    const { page, complaints } = await open(underWay([SIGNED_IN, LEFT, CUT], true));
    await page.setViewportSize({ width: 683, height: 384 });
    await panel(page).scrollIntoViewIfNeeded();
    await sound(page, 'point-during-200', complaints);
    await panel(page).getByRole('button', { name: 'Sự cố (1)' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Báo sự cố mới' }).click();
    await sound(page, 'point-during-incident-200', complaints);
    await page.close();
  });
});
