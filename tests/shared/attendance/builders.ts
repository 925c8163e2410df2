import type { AttendanceContext } from '../../../shared/attendance/context.ts';
import type { AttendanceEntry, ClockOffset, PointEntry } from '../../../shared/attendance/entry.ts';
import type { AttendanceFact } from '../../../shared/events/journal-event.ts';
import type { Substitution } from '../../../shared/events/leader-signed-in.ts';
import type { Ruling, RulingActor } from '../../../shared/events/rulings.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';

export const MEETING = 'm1';
export const DEVICE = 'd1';
/** 31/01/2026 08:00 at Asia/Ho_Chi_Minh. */
export const T0 = Date.UTC(2026, 0, 31, 1, 0);
/** Minutes from the start, as epoch milliseconds. */
export const at = (minutes: number) => T0 + minutes * 60_000;

export const CHAIRMAN = { id: 'a', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' };
export const DEPUTY = { id: 'b', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND xã' };
export const CLERK = { id: 'c', fullName: 'Đại biểu mẫu C', title: 'Chuyên viên' };

const OFFICE: RulingActor = { kind: 'account', accountId: 'office', fullName: 'Văn phòng mẫu', role: 'office' };
const HUB: RulingActor = { kind: 'hub' };
const OBSERVED: readonly Ruling['type'][] = ['connection-lost', 'connection-restored'];

/** The device's clock as exact as a measurement on the local network leaves it. */
export const EXACT: ClockOffset = { offsetMs: 0, errorMs: 0 };

/** An id from what the entry is, so that the same entry has the same id. */
function idOf(minutes: number, name: string): string {
  return `${name}@${minutes}`.padEnd(43, '-').slice(0, 43);
}

export function fact(minutes: number, event: AttendanceFact, more: Partial<PointEntry> = {}): PointEntry {
  const base = { source: 'point', id: idOf(minutes, event.type), device: DEVICE } as const;
  return { ...base, deviceAt: at(minutes), clock: EXACT, event, ...more };
}

export function rule(minutes: number, ruling: Ruling, id = idOf(minutes, ruling.type)): AttendanceEntry {
  const actor = OBSERVED.includes(ruling.type) ? HUB : OFFICE;
  return {
    source: 'province',
    entry: { v: 1, id, meetingId: MEETING, point: '23629', at: at(minutes), actor, ruling },
  };
}

export const letterOf = (basis: Substitution['basis']): Substitution => ({
  basis,
  documentNumber: '12/GUQ-UBND',
  documentDate: '2026-01-30',
  signer: CHAIRMAN.fullName,
  authorised: { fullName: DEPUTY.fullName, title: DEPUTY.title },
  scope: 'Cuộc họp ngày 31/01/2026',
  reason: 'Đi công tác',
});

interface SignInOptions extends Partial<PointEntry> {
  readonly designated?: string | null;
  readonly basis?: Substitution['basis'];
}

export function signIn(minutes: number, person = CHAIRMAN, options: SignInOptions = {}): PointEntry {
  const { designated = CHAIRMAN.id, basis, ...more } = options;
  const event: AttendanceFact = {
    type: 'leader-signed-in',
    meetingId: MEETING,
    person,
    designatedPersonId: designated,
    substitution: basis ? letterOf(basis) : null,
  };
  return fact(minutes, event, { id: idOf(minutes, `in-${person.id}`), ...more });
}

export const seat = (
  minutes: number,
  type: 'seat-left' | 'seat-returned' | 'left-early' | 'ended',
  more: Partial<PointEntry> = {},
) => fact(minutes, { type, meetingId: MEETING, note: '' }, more);

export const approvalAt = (minutes: number) =>
  ({ approver: 'Chủ trì mẫu', approvedAt: at(minutes), channel: 'phone' }) as const;

export const approve = (minutes: number, personId = DEPUTY.id, approvedAt = minutes) =>
  rule(minutes, { type: 'composition-approved', personId, approval: approvalAt(approvedAt), reason: '' });
export const refuse = (minutes: number, ground: 'refused' | 'ineligible-rank' = 'refused', personId = DEPUTY.id) =>
  rule(minutes, {
    type: 'composition-refused',
    ...{ personId, ground, approval: approvalAt(minutes), reason: 'Không thuộc lĩnh vực phụ trách' },
  });
export const close = (minutes: number) => rule(minutes, { type: 'meeting-closed', closedAt: at(minutes), reason: '' });
export const excuse = (minutes: number) =>
  rule(minutes, { type: 'excused', approval: approvalAt(minutes), reason: 'Chống bão' });
export const notExcuse = (minutes: number) => rule(minutes, { type: 'not-excused', reason: 'Không báo cáo' });
export const emptySeat = (minutes: number) =>
  rule(minutes, { type: 'absence-observed', observedAt: at(minutes), channel: 'platform', reason: '' });
export const lost = (minutes: number) =>
  rule(minutes, { type: 'connection-lost', observedAt: at(minutes), reason: '' });
export const restored = (minutes: number) =>
  rule(minutes, { type: 'connection-restored', observedAt: at(minutes), reason: '' });

/** A head's meeting that named the chairman; the point is known up to now. */
export function context(now: number, change: Partial<AttendanceContext> = {}): AttendanceContext {
  return {
    meetingId: MEETING,
    startsAt: T0,
    composition: 'head',
    designatedPersonId: CHAIRMAN.id,
    policy: DEFAULT_POLICY,
    heard: [{ device: DEVICE, upTo: at(now) }],
    now: at(now),
    ...change,
  };
}
