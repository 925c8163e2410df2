import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { ReasonValues } from '../../../shared/checks/verdict.ts';
import type { AppInfo } from '../../../shared/ipc-contract.ts';
import { pointMeeting } from '../../../shared/meeting/meeting.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import type { PointState } from '../../../shared/point-state.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';

export const NOW = Date.UTC(2026, 0, 31, 0, 35);
const START = NOW + 25 * 60_000;

export const INFO: AppInfo = {
  role: 'point',
  version: '0.1.0',
  locale: 'vi',
  mode: { kind: 'interactive', runCheck: false },
  keyProtected: true,
  devices: {},
  hubAddress: null,
  roleIsChosen: true,
  lastCrashAt: null,
};

export const NOT_ENROLLED: PointState = {
  enrolment: null,
  feed: null,
  feedAt: null,
  records: {},
  warnings: [],
  sync: {
    phase: 'idle',
    lastSeq: 0,
    receivedSeq: 0,
    pending: 0,
    lastContactAt: null,
    nextTryAt: null,
    error: null,
  },
};

export const FRESH: PointState = {
  enrolment: {
    pointCode: '23638',
    pointName: 'UBND xã Ia Krái',
    hubName: 'UBND tỉnh Gia Lai',
    hubUrl: 'https://hub.example',
    deviceId: 'device-1',
  },
  feed: {
    serverTime: NOW,
    hub: { id: 'hub', name: 'UBND tỉnh Gia Lai', hotline: '0269 300 0000' },
    point: { code: '23638', name: 'UBND xã Ia Krái' },
    roster: [
      { id: 'p1', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' },
      { id: 'p2', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND xã' },
      { id: 'p3', fullName: 'Đại biểu mẫu C', title: 'Phó Chủ tịch UBND xã' },
      { id: 'p4', fullName: 'Đại biểu mẫu D', title: 'Trưởng phòng Văn hóa – Xã hội' },
    ],
    meetings: [
      pointMeeting.parse({
        id: 'm1',
        title: 'Họp trực tuyến về giải ngân vốn đầu tư công quý I năm 2026',
        invitationNumber: '12/GM-UBND',
        chair: 'Phó Chủ tịch UBND tỉnh',
        startsAt: START,
        expectedEndsAt: START + 2 * 3_600_000,
        composition: 'head',
        profile: '720p',
        designatedPersonId: 'p1',
      }),
    ],
    policy: DEFAULT_POLICY,
    policies: [],
    requests: [],
    pinCodes: [],
    proposals: [],
    certificate: null,
    update: null,
  },
  feedAt: NOW,
  records: {},
  warnings: [],
  sync: {
    phase: 'idle',
    lastSeq: 1,
    receivedSeq: 1,
    pending: 0,
    lastContactAt: NOW - 60_000,
    nextTryAt: null,
    error: null,
  },
};

const before = NOW - 4 * 60_000;
type Checks = MeetingRecord['checks'];

/** Something of everything: a pass, two faults, a warning, one that could not be measured. */
const MIXED_CHECKS: Checks = {
  camera: { verdict: 'fail', reason: 'black', values: {}, at: before },
  microphone: { verdict: 'warn', reason: 'noisy', values: { floorDbfs: -38 }, at: before },
  speaker: { verdict: 'pass', reason: 'ok', values: { delayMs: 42 }, at: before },
  link: { verdict: 'unmeasured', reason: 'timed-out', values: {}, at: before },
  'screen-share': { verdict: 'fail', reason: 'denied', values: {}, at: before },
  encoder: { verdict: 'pass', reason: 'ok', values: { width: 1280, height: 720, fps: 29.8 }, at: before },
};

const GOOD_VALUES: Readonly<Record<CheckId, ReasonValues>> = {
  camera: { width: 1920, height: 1080, fps: 29.9 },
  microphone: { speechDbfs: -24.3, snrDb: 31.5 },
  speaker: { delayMs: 42 },
  link: {
    uploadBound: '',
    uploadMbps: 18.4,
    downloadBound: '≥ ',
    downloadMbps: 93.1,
    rttMs: 12,
    jitterMs: 1.8,
    lossPct: 0.1,
  },
  'screen-share': { width: 1366, height: 768, fps: 14.6 },
  encoder: { width: 1280, height: 720, fps: 29.8 },
  host: {},
};
const GOOD_CHECKS: Checks = Object.fromEntries(
  CHECK_IDS.map((id) => [id, { verdict: 'pass', reason: 'ok', values: GOOD_VALUES[id], at: before }]),
);

function withRecord(record: Partial<PointState['records'][string]>, sync: Partial<PointState['sync']>): PointState {
  const empty = { checks: {}, manual: {}, leader: null, lastRunAt: null, policyVersion: null };
  return { ...FRESH, records: { m1: { ...empty, ...record } }, sync: { ...FRESH.sync, ...sync } };
}

export const MIXED: PointState = withRecord(
  {
    checks: MIXED_CHECKS,
    manual: {
      'technician-present': { answer: 'yes', note: '', at: before },
      'wired-line': { answer: 'no', note: 'Dây mạng hỏng, đang thay', at: before },
    },
    lastRunAt: before,
    policyVersion: 'default-1',
  },
  { pending: 3, lastSeq: 4, error: { code: 'hub-unreachable', values: { host: 'hub.example' } } },
);

export const READY: PointState = withRecord(
  {
    checks: GOOD_CHECKS,
    manual: Object.fromEntries(
      DEFAULT_POLICY.checklist.map((item) => [item.id, { answer: 'yes' as const, note: '', at: before }]),
    ),
    leader: {
      person: { id: 'p2', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND xã' },
      designatedPersonId: 'p1',
      substitution: {
        basis: 'assignment',
        documentNumber: '7/PC-UBND',
        signer: 'Đại biểu mẫu A',
        reason: 'Đi công tác',
      },
      at: before,
    },
    lastRunAt: before,
    policyVersion: 'default-1',
  },
  { lastSeq: 22, receivedSeq: 22 },
);

/** `state` as it would be with the meeting 25 minutes after `now`. */
export function at(now: number, state: PointState): PointState {
  const meetings = state.feed?.meetings.map((meeting) => ({
    ...meeting,
    startsAt: meeting.startsAt - NOW + now,
    expectedEndsAt: meeting.expectedEndsAt - NOW + now,
  }));
  return { ...state, feed: state.feed && { ...state.feed, meetings: meetings ?? [] } };
}

/** The province moved the next meeting, put another off that was to come before it, and cancelled a third. */
export const CHANGED: PointState = {
  ...FRESH,
  feed: FRESH.feed && {
    ...FRESH.feed,
    meetings: FRESH.feed.meetings.flatMap((meeting) => [
      {
        ...meeting,
        revision: 2,
        lastChange: {
          at: NOW - 3_600_000,
          reason: 'Trùng lịch tiếp công dân định kỳ của lãnh đạo',
          before: { startsAt: START - 3_600_000 },
        },
      },
      {
        ...meeting,
        id: 'm8',
        title: 'Hội nghị chuyển đổi số',
        startsAt: START + 2 * 86_400_000,
        expectedEndsAt: START + 2 * 86_400_000 + 7_200_000,
        lastChange: { at: NOW - 60_000, reason: 'Chờ ý kiến', before: { startsAt: START - 1_800_000 } },
      },
      {
        ...meeting,
        id: 'm9',
        title: 'Họp triển khai công tác phòng, chống hạn',
        status: 'cancelled' as const,
        startsAt: START + 86_400_000,
        expectedEndsAt: START + 90_000_000,
        lastChange: { at: NOW - 60_000, reason: 'Chuyển sang họp trực tiếp', before: {} },
      },
    ]),
  },
};
