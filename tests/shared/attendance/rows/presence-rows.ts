import type { Attendance } from '../../../../shared/attendance/attendance.ts';
import type { PointEntry } from '../../../../shared/attendance/entry.ts';
import {
  at,
  close,
  DEPUTY,
  DEVICE,
  emptySeat,
  excuse,
  fact,
  lost,
  MEETING,
  notExcuse,
  seat,
  signIn,
} from '../builders.ts';
import type { DomainRow } from '../row.ts';

const status = ({ presence }: Attendance) => presence.status;
const late = ({ presence }: Attendance) => [presence.status, presence.arrival?.lateMinutes];
const away = ({ presence }: Attendance) => [presence.status, presence.away];

/** The device fell silent before the cut-off: what it recorded since is not here. */
const SILENT = { heard: [{ device: DEVICE, upTo: at(5) }] };
const UNHEARD_OF = { heard: [] };

const onDuty = (minutes: number, more: Partial<PointEntry> = {}) =>
  fact(minutes, { type: 'technician-on-duty', meetingId: MEETING, fullName: 'Cán bộ mẫu', phone: '' }, more);
/** A device whose clock nobody measured. */
const OTHER = { device: 'd2', clock: null };

const ROWS: readonly Omit<DomainRow, 'axis'>[] = [
  { sentence: 'not yet', entries: [], now: 5, read: status, expected: 'not-yet' },
  {
    sentence: 'no data → not yet: the point is heard of',
    entries: [onDuty(-50)],
    now: 5,
    context: UNHEARD_OF,
    read: status,
    expected: 'not-yet',
  },
  {
    sentence: 'no data → present',
    entries: [signIn(-10)],
    context: UNHEARD_OF,
    read: status,
    expected: 'present',
  },
  { sentence: 'no data → late', entries: [signIn(7)], context: UNHEARD_OF, read: status, expected: 'late' },
  { sentence: 'present: seated before T0', entries: [signIn(-10)], read: status, expected: 'present' },
  { sentence: 'present: by T0 + grace', entries: [signIn(5)], read: late, expected: ['present', null] },
  { sentence: 'late (minutes)', entries: [signIn(7)], read: late, expected: ['late', 7] },
  {
    sentence: 'present → left seat (from)',
    entries: [signIn(-10), seat(20, 'seat-left')],
    read: away,
    expected: ['left-seat', [{ from: at(20), to: null }]],
  },
  {
    sentence: 'late → left seat (from)',
    entries: [signIn(7), seat(20, 'seat-left')],
    read: ({ presence }) => [presence.status, presence.arrival?.lateMinutes],
    expected: ['left-seat', 7],
  },
  {
    sentence: 'left seat ⇄ returned',
    entries: [signIn(-10), seat(20, 'seat-left'), seat(30, 'seat-returned')],
    read: away,
    expected: ['returned', [{ from: at(20), to: at(30) }]],
  },
  {
    sentence: 'returned ⇄ left seat',
    entries: [signIn(-10), seat(20, 'seat-left'), seat(30, 'seat-returned'), seat(40, 'seat-left')],
    read: away,
    expected: [
      'left-seat',
      [
        { from: at(20), to: at(30) },
        { from: at(40), to: null },
      ],
    ],
  },
  {
    sentence: 'left seat → returned: another leader signs in and sits down',
    entries: [signIn(-10), seat(20, 'seat-left'), signIn(30, DEPUTY, { basis: 'assignment' })],
    read: status,
    expected: 'returned',
  },
  { sentence: 'present → ended', entries: [signIn(-10), seat(50, 'ended')], read: status, expected: 'ended' },
  { sentence: 'late → ended', entries: [signIn(7), seat(50, 'ended')], read: status, expected: 'ended' },
  {
    sentence: 'returned → ended',
    entries: [signIn(-10), seat(20, 'seat-left'), seat(30, 'seat-returned'), seat(50, 'ended')],
    read: status,
    expected: 'ended',
  },
  {
    sentence: 'left seat → ended: nobody had returned, which stays visible',
    entries: [signIn(-10), seat(20, 'seat-left'), seat(50, 'ended')],
    read: away,
    expected: ['ended', [{ from: at(20), to: null }]],
  },
  {
    sentence: 'present → left early',
    entries: [signIn(-10), seat(50, 'left-early')],
    read: status,
    expected: 'left-early',
  },
  { sentence: 'late → left early', entries: [signIn(7), seat(50, 'left-early')], read: status, expected: 'left-early' },
  {
    sentence: 'returned → left early',
    entries: [signIn(-10), seat(20, 'seat-left'), seat(30, 'seat-returned'), seat(50, 'left-early')],
    read: status,
    expected: 'left-early',
  },
  {
    sentence: 'left seat → left early',
    entries: [signIn(-10), seat(20, 'seat-left'), seat(50, 'left-early')],
    read: status,
    expected: 'left-early',
  },
  {
    sentence: 'not seated by the cut-off = provisionally absent',
    entries: [],
    now: 15,
    read: status,
    expected: 'provisionally-absent',
  },
  {
    sentence: 'not seated by the cut-off = provisionally absent: the province saw the empty seat',
    entries: [emptySeat(16)],
    context: UNHEARD_OF,
    read: status,
    expected: 'provisionally-absent',
  },
  {
    sentence: 'not seated just before the cut-off is not absent',
    entries: [emptySeat(14)],
    now: 14,
    read: status,
    expected: 'not-yet',
  },
  {
    sentence: 'arriving later turns it into late',
    entries: [emptySeat(16), signIn(25)],
    read: late,
    expected: ['late', 25],
  },
  {
    sentence: 'at the close: excused absence, excused only by an approval',
    entries: [close(55), excuse(56)],
    read: status,
    expected: 'excused-absence',
  },
  {
    sentence: 'at the close: excused, approved beforehand, of a point that never switched on',
    entries: [excuse(-60), close(55)],
    context: UNHEARD_OF,
    read: status,
    expected: 'excused-absence',
  },
  {
    sentence: 'at the close: excused, also of a meeting that ended before the cut-off',
    entries: [excuse(-60), close(10)],
    read: status,
    expected: 'excused-absence',
  },
  {
    sentence: 'at the close: unexcused absence, when the province rules so',
    entries: [close(55), notExcuse(56)],
    read: status,
    expected: 'unexcused-absence',
  },
  {
    sentence: 'the close alone decides no excuse: without a ruling the absence stays provisional',
    entries: [close(55)],
    read: status,
    expected: 'provisionally-absent',
  },
  {
    sentence: 'excused or not is said at the close, not before',
    entries: [excuse(20)],
    read: status,
    expected: 'provisionally-absent',
  },
  {
    sentence: 'a dropped line never becomes an absence: it is "no data" (Chưa có dữ liệu)',
    entries: [lost(5), close(55), notExcuse(56)],
    context: SILENT,
    read: status,
    expected: 'no-data',
  },
  {
    sentence: 'an unsynced device never becomes an absence: it is "no data" (Chưa có dữ liệu)',
    entries: [close(55), notExcuse(56)],
    context: UNHEARD_OF,
    read: status,
    expected: 'no-data',
  },
  {
    sentence: 'one device heard of to the end proves nothing about another that fell silent',
    entries: [],
    context: {
      heard: [
        { device: DEVICE, upTo: at(5) },
        { device: 'd2', upTo: at(60) },
      ],
    },
    read: status,
    expected: 'no-data',
  },
  {
    sentence: 'a provisional absence gives way when another device is heard of, which may hold a sign-in',
    entries: [onDuty(20, OTHER)],
    read: status,
    expected: 'no-data',
  },
  {
    sentence: 'an unexcused absence gives way when another device is heard of, which may hold a sign-in',
    entries: [close(30), notExcuse(31), onDuty(40, OTHER)],
    read: status,
    expected: 'no-data',
  },
  {
    sentence: 'offline for the whole meeting, synced the next day: no data meanwhile',
    entries: [],
    now: 600,
    context: { heard: [{ device: DEVICE, upTo: at(-120) }] },
    read: status,
    expected: 'no-data',
  },
  {
    sentence: 'offline for the whole meeting, synced the next day: the full, right record afterwards',
    entries: [
      signIn(-10),
      seat(20, 'seat-left'),
      seat(30, 'seat-returned'),
      seat(50, 'ended'),
      close(55),
      notExcuse(90),
    ],
    now: 24 * 60,
    read: ({ presence }) => [presence.status, presence.arrival?.at, presence.away],
    expected: ['ended', at(-10), [{ from: at(20), to: at(30) }]],
  },
  {
    sentence: 'whoever was seated when the line dropped stays seated',
    entries: [signIn(-10), lost(20)],
    context: SILENT,
    read: status,
    expected: 'present',
  },
];

export const PRESENCE_ROWS: readonly DomainRow[] = ROWS.map((row) => ({ axis: 'presence', ...row }));
