import type { Attendance } from '../../../../shared/attendance/attendance.ts';
import type { AttendanceEntry } from '../../../../shared/attendance/entry.ts';
import { at, DEPUTY, fact, MEETING, rule, signIn } from '../builders.ts';
import type { DomainRow } from '../row.ts';

const status = ({ verification }: Attendance) => verification.status;

const seated = signIn(-10);
const verify = (minutes: number, of: string | null = seated.id) => rule(minutes, { type: 'verified', of, reason: '' });
const dispute = (minutes: number) =>
  rule(minutes, { type: 'disputed', of: seated.id, reason: 'Không thấy trên màn hình' });
const ask = (minutes: number) =>
  rule(
    minutes,
    { type: 'explanation-requested', of: seated.id, dueAt: at(1440), reason: 'Ai ngồi ở bàn lúc 08:20?' },
    'request-1',
  );
const explain = (minutes: number, requestId: string | null = 'request-1'): AttendanceEntry =>
  fact(minutes, {
    type: 'explanation-given',
    meetingId: MEETING,
    ...{ requestId, about: requestId === null ? seated.id : null, by: 'Cán bộ mẫu', text: 'Camera bị xoay' },
  });
const conclude = (minutes: number) =>
  rule(minutes, { type: 'concluded', of: seated.id, reason: 'Chấp nhận giải trình' });

const ROWS: readonly Omit<DomainRow, 'axis'>[] = [
  { sentence: 'self-declared', entries: [seated], read: status, expected: 'self-declared' },
  { sentence: 'self-declared → verified', entries: [seated, verify(10)], read: status, expected: 'verified' },
  { sentence: 'self-declared → disputed', entries: [seated, dispute(10)], read: status, expected: 'disputed' },
  {
    sentence: 'disputed → explained by the point (giải trình)',
    entries: [seated, dispute(10), ask(11), explain(40)],
    read: status,
    expected: 'explained',
  },
  {
    sentence: 'disputed → explained by the point, unasked',
    entries: [seated, dispute(10), explain(40, null)],
    read: status,
    expected: 'explained',
  },
  {
    sentence: 'disputed → explained by the point, by telephone',
    entries: [
      seated,
      dispute(10),
      rule(40, {
        type: 'explanation-recorded',
        ...{ of: seated.id, by: 'Cán bộ mẫu', channel: 'phone', text: 'Camera bị xoay', reason: '' },
      }),
    ],
    read: status,
    expected: 'explained',
  },
  {
    sentence: 'explained → concluded',
    entries: [seated, dispute(10), ask(11), explain(40), conclude(90)],
    now: 120,
    read: status,
    expected: 'concluded',
  },
  {
    sentence: 'disputed is not concluded before it was explained',
    entries: [seated, dispute(10), conclude(30)],
    read: status,
    expected: 'disputed',
  },
  {
    sentence: 'an answer comes after its question, whatever the clock of the device said',
    entries: [seated, dispute(10), ask(11), explain(5)],
    read: status,
    expected: 'explained',
  },
  {
    sentence: 'asking for an explanation changes nothing yet, and is open until it is answered',
    entries: [seated, dispute(10), ask(11)],
    read: ({ verification }) => [verification.status, verification.requests.map(({ answerId }) => answerId)],
    expected: ['disputed', [null]],
  },
  {
    sentence: 'verifying one person says nothing of the next who signs in',
    entries: [seated, signIn(5, DEPUTY, { basis: 'assignment' }), verify(10)],
    read: status,
    expected: 'self-declared',
  },
];

export const VERIFICATION_ROWS: readonly DomainRow[] = ROWS.map((row) => ({ axis: 'verification', ...row }));
