import type { Page } from 'playwright-core';
import type { PointEntry } from '../../../shared/attendance/entry.ts';
import type { AttendanceFact } from '../../../shared/events/journal-event.ts';
import type { PointState } from '../../../shared/point-state.ts';
import { FRESH, NOW } from './point-states.ts';

const MINUTE = 60_000;

/** A screen that people meet on the way from the schedule to the record of a meeting, and how to get there. */
export interface PointScreen {
  readonly state: PointState;
  readonly open: (page: Page) => Promise<void>;
}

function entry(minutesAgo: number, event: AttendanceFact): PointEntry {
  const id = `${event.type}-${minutesAgo}`.padEnd(43, '-');
  return { source: 'point', id, device: 'device-1', deviceAt: NOW - minutesAgo * MINUTE, clock: null, event };
}

const COURSE = [
  entry(40, {
    type: 'leader-signed-in',
    meetingId: 'm1',
    person: { id: 'p1', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
    designatedPersonId: 'p1',
    substitution: null,
  }),
  entry(10, { type: 'seat-left', meetingId: 'm1', note: '' }),
  entry(5, {
    ...{ type: 'incident-opened', meetingId: 'm1', incidentId: '00000000-0000-4000-8000-000000000001' },
    ...{ reporter: { by: 'person', fullName: null }, kind: 'line', what: 'Mất tín hiệu từ điểm cầu trung tâm' },
    ...{ since: NOW - 6 * MINUTE, proposedCause: 'undetermined', causeNote: '', measured: null },
  }),
] as const;

/** The meeting began half an hour ago, and the province asks something. */
function underWay(): PointState {
  const { feed } = FRESH;
  if (!feed) throw new Error('no feed');
  const meetings = feed.meetings.map((meeting) => ({ ...meeting, startsAt: NOW - 30 * MINUTE }));
  const asked = { id: 'r1', meetingId: 'm1', question: 'Vì sao ghế trống từ 08:05 đến 08:15?', about: null };
  const requests = [{ ...asked, at: NOW - MINUTE, dueAt: NOW + 60 * MINUTE }];
  return { ...FRESH, feed: { ...feed, meetings, requests }, courses: { m1: [...COURSE] } };
}

/** The province accepted one proposal and refused another. */
function answered(): PointState {
  const { feed } = FRESH;
  if (!feed) throw new Error('no feed');
  const of = (id: string, fullName: string, accepted: boolean, reason: string) =>
    ({ id, kind: 'add', fullName, at: NOW - 60 * MINUTE, decision: { accepted, reason, at: NOW - MINUTE } }) as const;
  const refused = of('b', 'Đại biểu mẫu D', false, 'Chưa có quyết định bổ nhiệm; gửi lại kèm số quyết định');
  return { ...FRESH, feed: { ...feed, proposals: [refused, of('a', 'Đại biểu mẫu C', true, '')] } };
}

const during = (button: number) => async (page: Page) => {
  await page.locator('section:has(#during)').getByRole('button').nth(button).click();
  await page.getByRole('dialog').waitFor();
};
const signIn = async (page: Page) => {
  await page.locator('section:has(#leader) button').first().click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
};
const person = (number: number) => async (page: Page) => {
  await signIn(page);
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').nth(number).click();
  await page.locator('input[type=password]').first().waitFor();
};

export const POINT_SCREENS: Readonly<Record<string, PointScreen>> = {
  'sign-in-people': { state: FRESH, open: signIn },
  'sign-in-named': { state: FRESH, open: person(0) },
  'sign-in-letter': {
    state: FRESH,
    async open(page) {
      await person(1)(page);
      await page.getByRole('dialog').getByRole('radio').nth(1).check();
      await page.getByRole('dialog').locator('summary').click();
    },
  },
  during: { state: underWay(), open: async () => undefined },
  'left-early': { state: underWay(), open: during(1) },
  incident: { state: underWay(), open: during(3) },
  explanation: { state: underWay(), open: during(4) },
  course: { state: underWay(), open: during(5) },
  correction: {
    state: underWay(),
    async open(page) {
      await during(5)(page);
      await page.getByRole('dialog').locator('li button').last().click();
      await page.getByRole('dialog').getByRole('radio').last().check();
    },
  },
  duty: {
    state: underWay(),
    async open(page) {
      await page.locator('section:has(#duty) button').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  proposal: {
    state: answered(),
    async open(page) {
      await signIn(page);
      await page.getByRole('dialog').getByRole('button').last().click();
      await page.getByRole('dialog').locator('textarea').waitFor();
    },
  },
};

export interface ConsoleScreen {
  readonly hash: string;
  readonly signedIn?: false;
  readonly open: (page: Page) => Promise<void>;
}

const first = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();
const rollCall = async (page: Page) => {
  await page.locator('tr[data-point="23602"]').getByRole('button').click();
  await page.getByRole('dialog').locator('ol li').first().waitFor();
};
const pressed = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

export const CONSOLE_SCREENS: Readonly<Record<string, ConsoleScreen>> = {
  'console-sign-in': { hash: '', signedIn: false, open: first('input[type=password]') },
  meetings: { hash: '', open: first('li a') },
  'meeting-form': { hash: '#/new', open: first('form') },
  schedule: { hash: '#/meetings/m1/schedule', open: first('form') },
  'invitation-dialog': {
    hash: '#/meetings/m1/schedule',
    open: pressed(/^(Sửa lời mời|Change the invitation): /),
  },
  'roll-call': { hash: '#/meetings/m1/roll-call', open: first('tbody tr') },
  'point-dialog': { hash: '#/meetings/m1/roll-call', open: rollCall },
  ruling: {
    hash: '#/meetings/m1/roll-call',
    async open(page) {
      await rollCall(page);
      await page.getByRole('dialog').locator('select').first().selectOption('composition-approved');
    },
  },
  'console-correction': {
    hash: '#/meetings/m1/roll-call',
    async open(page) {
      await rollCall(page);
      await page.getByRole('dialog').locator('ol li button').first().click();
      await page.getByRole('dialog').locator('ol li form').waitFor();
    },
  },
  roster: { hash: '#/points/23638', open: first('tbody tr') },
  'person-form': { hash: '#/points/23638', open: pressed(/^(Thêm người|Add)/) },
  'pin-code': { hash: '#/points/23638', open: pressed(/^(Cấp mã đặt PIN|Issue a code to set a PIN): /) },
  'pin-sheets': { hash: '#/pin-codes', open: first('main button') },
  'pin-sheets-issued': {
    hash: '#/pin-codes',
    async open(page) {
      await page.locator('main button').first().click();
      await page.locator('main table').first().waitFor();
    },
  },
  'minutes-check': { hash: '#/check', open: first('form') },
};
