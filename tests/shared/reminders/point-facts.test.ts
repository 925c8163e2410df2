import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import { pointMeeting } from '../../../shared/meeting/meeting.ts';
import { EMPTY_RECORD, type MeetingRecord } from '../../../shared/meeting/readiness.ts';
import type { CheckStanding } from '../../../shared/meeting/standing.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { feed } from '../../../shared/protocol/feed.ts';
import { reminderFacts } from '../../../shared/reminders/facts.ts';
import { MINUTE, START } from './facts.ts';

const meeting = (id: string, startsAt: number, status: 'scheduled' | 'cancelled' = 'scheduled') =>
  pointMeeting.parse({
    id,
    title: 'Họp giao ban',
    invitationNumber: '',
    chair: '',
    startsAt,
    expectedEndsAt: startsAt + 60 * MINUTE,
    composition: 'head',
    profile: '720p',
    designatedPersonId: null,
    status,
  });

const standing = (over: Partial<CheckStanding> = {}): CheckStanding => ({
  verdict: 'pass',
  reason: 'ok',
  values: {},
  at: START,
  ...over,
});
const ALL: MeetingRecord['checks'] = Object.fromEntries(CHECK_IDS.map((id) => [id, standing()]));

function facts(record: Partial<MeetingRecord>, meetings = [meeting('m1', START)]) {
  const received = feed.parse({
    serverTime: START,
    hub: { id: 'hub', name: 'Tỉnh', hotline: '' },
    point: { code: '1', name: 'Xã' },
    roster: [],
    meetings,
    policy: DEFAULT_POLICY,
  });
  return reminderFacts({ feed: received, records: { m1: { ...EMPTY_RECORD, ...record } } }, START - 20 * MINUTE);
}

describe('what a point’s state says for its reminders', () => {
  it('knows a check of everything for what is done, whatever the verdicts', () => {
    expect(facts({ checks: ALL }).checkDone).toBe(true);
    const bad = {
      camera: standing({ verdict: 'fail' }),
      link: standing({ verdict: 'unmeasured', reason: 'timed-out' }),
    };
    expect(facts({ checks: { ...ALL, ...bad } }).checkDone).toBe(true);
  });

  it('knows none, a part, and one that was stopped for what is not', () => {
    const { camera: _, ...part } = ALL;
    const stopped = { ...ALL, link: standing({ verdict: 'unmeasured', reason: 'cancelled' }) };
    expect(facts({}).checkDone).toBe(false);
    expect(facts({ checks: part }).checkDone).toBe(false);
    expect(facts({ checks: stopped }).checkDone).toBe(false);
  });

  it('knows the leader for seated by the sign-in on record', () => {
    const person = { id: 'p1', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' };
    const leader = { person, designatedPersonId: null, substitution: null, at: START };
    expect(facts({ leader })).toMatchObject({ leaderSeated: true, checkDone: false });
    expect(facts({}).leaderSeated).toBe(false);
  });

  it('is about the next meeting, past one that was cancelled, and about none before a feed', () => {
    const meetings = [
      meeting('m0', START - 5 * MINUTE, 'cancelled'),
      meeting('m2', START + MINUTE),
      meeting('m1', START),
    ];
    expect(facts({ checks: ALL }, meetings)).toMatchObject({ meeting: { id: 'm1' }, checkDone: true });
    expect(facts({ checks: ALL }, meetings.slice(0, 2))).toMatchObject({ meeting: { id: 'm2' }, checkDone: false });
    expect(reminderFacts({ feed: null, records: {} }, START).meeting).toBeNull();
  });
});
