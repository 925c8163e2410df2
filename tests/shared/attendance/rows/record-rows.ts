import { leaderTimeliness, technicianTimeliness } from '../../../../shared/attendance/timeliness.ts';
import type { Replacement } from '../../../../shared/events/correction.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { at, fact, MEETING, refuse, rule, seat, signIn, T0 } from '../builders.ts';
import type { DomainRow } from '../row.ts';

const seated = signIn(-10);
const mistaken = seat(20, 'seat-left');
const correct = (of: string, replacement: Replacement, minutes = 25) =>
  fact(minutes, { type: 'correction', meetingId: MEETING, of, actor: 'Cán bộ mẫu', reason: 'Bấm nhầm', replacement });
const correctByProvince = (of: string, replacement: Replacement, minutes = 40) =>
  rule(minutes, { type: 'province-correction', of, replacement, reason: 'Văn phòng đã xem lại' });

/** Five minutes fast: it shows 08:07 when it is 08:02. */
const FAST = { clock: { offsetMs: -5 * 60_000, errorMs: 200 } };
const { timing } = DEFAULT_POLICY;

const ROWS: readonly Omit<DomainRow, 'axis'>[] = [
  {
    sentence: 'append-only events: everything recorded stays readable',
    entries: [seated, mistaken, correct(mistaken.id, { kind: 'withdrawn' })],
    read: ({ timeline }) => timeline.recorded.map(({ id }) => id).includes(mistaken.id),
    expected: true,
  },
  {
    sentence: 'a correction is a new event with actor and reason',
    entries: [seated, mistaken, correct(mistaken.id, { kind: 'withdrawn' })],
    read: ({ timeline, presence }) => [
      presence.status,
      timeline.corrections.map(({ of, actor, reason, effect }) => [of, actor, reason, effect]),
    ],
    expected: ['present', [[mistaken.id, 'Cán bộ mẫu', 'Bấm nhầm', 'applied']]],
  },
  {
    sentence: 'a correction may say when it was instead',
    entries: [seated, mistaken, correct(mistaken.id, { kind: 'moment', at: at(15) })],
    read: ({ presence }) => presence.away,
    expected: [{ from: at(15), to: null }],
  },
  {
    sentence: 'a correction may say what it was instead',
    entries: [
      seated,
      mistaken,
      correct(mistaken.id, {
        kind: 'fact',
        at: at(20),
        fact: { type: 'left-early', meetingId: MEETING, note: '' },
      }),
    ],
    read: ({ presence }) => presence.status,
    expected: 'left-early',
  },
  {
    sentence: 'a sign-in is not corrected by the point: it asks, the province decides',
    entries: [seated, correct(seated.id, { kind: 'withdrawn' })],
    read: ({ presence, timeline }) => [presence.status, timeline.corrections.map(({ effect }) => effect)],
    expected: ['present', ['proposed']],
  },
  {
    sentence: 'a correction by the province holds, also of a sign-in',
    entries: [seated, correctByProvince(seated.id, { kind: 'withdrawn' })],
    read: ({ presence, composition }) => [presence.status, composition.status],
    expected: ['provisionally-absent', 'undetermined'],
  },
  {
    sentence: 'the province’s correction prevails over the point’s, however late that comes',
    entries: [
      seated,
      mistaken,
      correctByProvince(mistaken.id, { kind: 'moment', at: at(22) }, 30),
      correct(mistaken.id, { kind: 'withdrawn' }, 45),
    ],
    read: ({ presence }) => presence.away,
    expected: [{ from: at(22), to: null }],
  },
  {
    sentence: 'a ruling can be corrected, and so undone',
    entries: [
      signIn(-10),
      refuse(-5, 'refused', 'a'),
      correctByProvince('composition-refused@-5'.padEnd(43, '-'), { kind: 'withdrawn' }),
    ],
    read: ({ composition }) => composition.status,
    expected: 'right',
  },
  {
    sentence: 'device time and province time are both kept',
    entries: [signIn(7, undefined, FAST)],
    read: ({ presence: { arrival } }) => arrival && [arrival.deviceAt, arrival.at, arrival.errorMs],
    expected: [at(7), at(2), 200],
  },
  {
    sentence: 'device clock 5 minutes fast: who sat down at 08:02 is not late',
    entries: [signIn(7, undefined, FAST)],
    read: ({ presence }) => presence.status,
    expected: 'present',
  },
  {
    sentence: 'device clock 5 minutes slow: who sat down at 08:08 is late',
    entries: [signIn(3, undefined, { clock: { offsetMs: 5 * 60_000, errorMs: 200 } })],
    read: ({ presence }) => [presence.status, presence.arrival?.lateMinutes],
    expected: ['late', 8],
  },
  {
    sentence: 'a clock that is not known exactly enough makes nobody late',
    entries: [signIn(6, undefined, { clock: { offsetMs: 0, errorMs: 90_000 } })],
    read: ({ presence }) => presence.status,
    expected: 'present',
  },
  {
    sentence: 'an entry of a clock nobody measured proves no empty seat soon after the cut-off',
    entries: [
      fact(30, { type: 'technician-on-duty', meetingId: MEETING, fullName: 'Cán bộ mẫu', phone: '' }, { clock: null }),
    ],
    context: { heard: [] },
    read: ({ presence }) => presence.status,
    expected: 'no-data',
  },
  {
    sentence:
      'the app records facts; the Office decides responsibility: nothing the point records makes a composition wrong',
    entries: [signIn(-10, undefined, { designated: 'z' })],
    context: { designatedPersonId: 'z' },
    read: ({ composition }) => composition.status,
    expected: 'substitute-pending',
  },
  {
    sentence: 'leader seated: a note after T-10, late after T0 + 5',
    entries: [],
    read: () => [-10, -9, 5, 6].map((minutes) => leaderTimeliness(at(minutes), T0, timing)),
    expected: ['pass', 'warn', 'warn', 'fail'],
  },
  {
    sentence: 'technician on duty: a note after T-60, a fault after T-30',
    entries: [],
    read: () => [-60, -59, -30, -29].map((minutes) => technicianTimeliness(at(minutes), T0, timing)),
    expected: ['pass', 'warn', 'warn', 'fail'],
  },
];

export const RECORD_ROWS: readonly DomainRow[] = ROWS.map((row) => ({ axis: 'record', ...row }));
