import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PointService } from '../../../electron/point/point-service.ts';
import { ownAttendance } from '../../../shared/attendance/own-view.ts';
import type { RecordableFact } from '../../../shared/events/recordable-fact.ts';
import { temporaryFolder } from './folder.ts';
import { type HandClock, handClock } from './hand-clock.ts';
import { unwrap } from './open-chain.ts';
import { openPoint } from './open-point.ts';
import { type SmallHub, startSmallHub } from './small-hub.ts';

const PIN = '246810';
const MEETING = 'm1';
const told = { meetingId: MEETING, note: '' };

async function seated(clock: HandClock = handClock()): Promise<{ hub: SmallHub; point: PointService }> {
  const hub = await startSmallHub();
  const point = await openPoint(temporaryFolder(), { clock });
  unwrap(await point.enrol(hub.code()));
  unwrap(await point.setPin('a', PIN));
  unwrap(await point.signIn({ meetingId: MEETING, personId: 'a', pin: PIN, substitution: null }));
  return { hub, point };
}

function attendance(point: PointService, now: number) {
  const { feed, courses } = point.state();
  const meeting = feed?.meetings.find(({ id }) => id === MEETING);
  if (!meeting) throw new Error('no meeting');
  return ownAttendance(courses?.[MEETING] ?? [], meeting, point.policy(), now);
}

async function codeOf(result: ReturnType<PointService['record']>): Promise<string> {
  const answer = await result;
  return answer.ok ? 'ok' : answer.error.code;
}

const opened = (incidentId: string, since: number): RecordableFact => ({
  type: 'incident-opened',
  meetingId: MEETING,
  incidentId,
  reporter: { by: 'person', fullName: 'Cán bộ mẫu' },
  kind: 'line',
  what: 'Mất mạng TSLCD',
  since,
  proposedCause: 'objective',
  causeNote: 'Nhà mạng đứt cáp',
  measured: null,
});

test('the seat is left, taken again and given up, each on record at once', async () => {
  const clock = handClock();
  const { point } = await seated(clock);
  const statuses: string[] = [attendance(point, clock.now()).presence.status];
  for (const type of ['seat-left', 'seat-returned', 'ended'] as const) {
    clock.advance(60_000);
    unwrap(await point.record({ type, ...told }));
    statuses.push(attendance(point, clock.now()).presence.status);
  }
  expect(statuses).toEqual(['present', 'left-seat', 'returned', 'ended']);
});

test('what does not fit the record is refused before it is written down for good', async () => {
  const { point } = await seated();
  const before = point.state().sync.lastSeq;
  expect(await codeOf(point.record({ type: 'seat-returned', ...told }))).toBe('seat-out-of-turn');
  expect(await codeOf(point.record({ type: 'seat-left', meetingId: 'unheard-of', note: '' }))).toBe('meeting-unknown');
  expect(await codeOf(point.record({ ...opened(randomUUID(), 0), type: 'incident-updated' } as RecordableFact))).toBe(
    'incident-unknown',
  );
  const slip = {
    of: 'A'.repeat(43),
    actor: 'Cán bộ mẫu',
    reason: 'Bấm nhầm',
    replacement: { kind: 'withdrawn' },
  } as const;
  expect(await codeOf(point.record({ type: 'correction', meetingId: MEETING, ...slip }))).toBe('entry-unknown');
  expect(point.state().sync.lastSeq).toBe(before);
});

test('an incident is opened, told more exactly and resolved', async () => {
  const clock = handClock();
  const { point } = await seated(clock);
  const incidentId = randomUUID();
  const since = clock.now();
  unwrap(await point.record(opened(incidentId, since)));
  unwrap(await point.record({ ...opened(incidentId, since - 60_000), type: 'incident-updated' } as RecordableFact));
  const resolved = { incidentId, resolvedAt: clock.now(), remedy: 'Chuyển sang 4G', measured: null } as const;
  const reporter = { by: 'app' } as const;
  unwrap(await point.record({ type: 'incident-resolved', meetingId: MEETING, reporter, ...resolved }));
  expect(attendance(point, clock.now()).incidents).toMatchObject([
    {
      incidentId,
      since: since - 60_000,
      resolvedAt: resolved.resolvedAt,
      remedy: 'Chuyển sang 4G',
      cause: 'undetermined',
    },
  ]);
  const again = point.record({ type: 'incident-resolved', meetingId: MEETING, reporter, ...resolved });
  expect(await codeOf(again)).toBe('incident-unknown');
});

test('a slip of the hand is corrected by a new entry; the first one stays', async () => {
  const clock = handClock();
  const { point } = await seated(clock);
  clock.advance(60_000);
  const slip = unwrap(await point.record({ type: 'seat-left', ...told }));
  clock.advance(1000);
  const correction = {
    of: slip.hash,
    actor: 'Cán bộ mẫu',
    reason: 'Bấm nhầm',
    replacement: { kind: 'withdrawn' },
  } as const;
  unwrap(await point.record({ type: 'correction', meetingId: MEETING, ...correction }));
  const { presence, timeline } = attendance(point, clock.now());
  expect(presence.status).toBe('present');
  expect(timeline.recorded.map(({ id }) => id)).toContain(slip.hash);
});

test('all of it is recorded without a hub and reaches it later', async () => {
  const clock = handClock();
  const { hub, point } = await seated(clock);
  await hub.stop();
  unwrap(await point.record({ type: 'seat-left', ...told }));
  unwrap(
    await point.record({
      type: 'explanation-given',
      ...{
        meetingId: MEETING,
        requestId: null,
        about: null,
        by: 'Đại biểu mẫu A',
        text: 'Ra ngoài nghe điện thoại khẩn',
      },
    }),
  );
  unwrap(
    await point.record({
      type: 'person-proposed',
      proposal: { kind: 'add', fullName: 'Rah Lan Mẫu', title: 'Phó Chủ tịch UBND xã', fields: ['Văn hóa'] },
      by: 'Cán bộ mẫu',
      reason: 'Mới bổ nhiệm',
    }),
  );
  await hub.start();
  unwrap(await point.syncNow());
  expect(hub.stored.slice(-3).map(({ entry }) => entry.event.type)).toEqual([
    'seat-left',
    'explanation-given',
    'person-proposed',
  ]);
});
