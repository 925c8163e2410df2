import type { Attendance } from '../../../../shared/attendance/attendance.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { approve, at, CHAIRMAN, CLERK, close, DEPUTY, letterOf, refuse, signIn } from '../builders.ts';
import type { DomainRow } from '../row.ts';

const status = ({ composition: { status: is, because } }: Attendance) => [is, because];
const deputy = ({ composition }: Attendance) => [composition.status, composition.acceptance];
const approval = ({ composition }: Attendance) =>
  composition.approval && [composition.status, composition.approval.late, composition.approval.recordedLate];

const assigned = signIn(-10, DEPUTY, { basis: 'assignment' });
const substitute = signIn(-10, DEPUTY, { basis: 'authorisation' });
const REPRESENTATIVE = { composition: 'representative' } as const;

function withRules(change: Partial<typeof DEFAULT_POLICY.attendance>) {
  return { policy: { ...DEFAULT_POLICY, attendance: { ...DEFAULT_POLICY.attendance, ...change } } };
}

type Row = Omit<DomainRow, 'axis'>;

const ROWS: readonly Row[] = [
  { sentence: 'undetermined: nobody has signed in', entries: [], read: status, expected: ['undetermined', null] },
  {
    sentence: 'undetermined: nobody was named',
    entries: [signIn(-10, CHAIRMAN, { designated: null })],
    context: { designatedPersonId: null },
    read: status,
    expected: ['undetermined', null],
  },
  {
    sentence: 'undetermined → right person (đúng thành phần: the named person)',
    entries: [signIn(-10)],
    read: status,
    expected: ['right', null],
  },
  {
    sentence: 'undetermined → right person: named by the province afterwards',
    entries: [signIn(-10, CHAIRMAN, { designated: null })],
    read: status,
    expected: ['right', null],
  },
  {
    sentence: 'undetermined → right person: nobody was named and the chair accepts who came',
    entries: [signIn(-10, CHAIRMAN, { designated: null }), approve(-5, CHAIRMAN.id)],
    context: { designatedPersonId: null },
    read: status,
    expected: ['right', null],
  },
  {
    sentence: 'undetermined → wrong composition: nobody was named and the chair refuses who came',
    entries: [signIn(-10, CHAIRMAN, { designated: null }), refuse(-5, 'refused', CHAIRMAN.id)],
    context: { designatedPersonId: null },
    read: status,
    expected: ['wrong', 'refused'],
  },
  {
    sentence: 'deputy by assignment: accepted if the invitation says "đại diện lãnh đạo"',
    entries: [assigned],
    context: REPRESENTATIVE,
    read: deputy,
    expected: ['deputy-by-assignment', 'by-rule'],
  },
  {
    sentence: 'deputy by assignment: accepted if policy allows',
    entries: [assigned],
    context: withRules({ deputyAccepted: { head: true, representative: true } }),
    read: deputy,
    expected: ['deputy-by-assignment', 'by-rule'],
  },
  {
    sentence: '"đại diện lãnh đạo": a deputy is fine, unless policy says otherwise',
    entries: [assigned],
    context: { ...REPRESENTATIVE, ...withRules({ deputyAccepted: { head: false, representative: false } }) },
    read: deputy,
    expected: ['deputy-by-assignment', 'pending'],
  },
  {
    sentence: '"Thủ trưởng/Chủ tịch": deputy only with the chair’s approval, which has still to come',
    entries: [assigned],
    read: deputy,
    expected: ['deputy-by-assignment', 'pending'],
  },
  {
    sentence: '"Thủ trưởng/Chủ tịch": deputy only with the chair’s approval, which was given',
    entries: [assigned, approve(-5)],
    read: deputy,
    expected: ['deputy-by-assignment', 'approved'],
  },
  {
    sentence: '"Thủ trưởng/Chủ tịch": the chair refuses the deputy',
    entries: [assigned, refuse(-5)],
    read: status,
    expected: ['wrong', 'refused'],
  },
  {
    sentence: '"Thủ trưởng/Chủ tịch": nobody approved the deputy by the end',
    entries: [assigned, close(55)],
    read: status,
    expected: ['wrong', 'unapproved'],
  },
  {
    sentence: 'authorised substitute pending approval',
    entries: [substitute],
    read: status,
    expected: ['substitute-pending', null],
  },
  {
    sentence: 'authorised substitute pending approval: also where a representative is enough',
    entries: [substitute],
    context: REPRESENTATIVE,
    read: status,
    expected: ['substitute-pending', null],
  },
  {
    sentence: 'pending approval → authorised (ủy quyền hợp lệ)',
    entries: [substitute, approve(-5)],
    read: status,
    expected: ['authorised', null],
  },
  {
    sentence: 'pending approval → refused: wrong composition (sai thành phần: refused)',
    entries: [substitute, refuse(-5)],
    read: status,
    expected: ['wrong', 'refused'],
  },
  {
    sentence: 'wrong composition (sai thành phần: unapproved)',
    entries: [substitute, close(55)],
    read: status,
    expected: ['wrong', 'unapproved'],
  },
  {
    sentence: 'wrong composition (sai thành phần: an ineligible rank), by the policy’s list',
    entries: [signIn(-10, CLERK, { basis: 'assignment' })],
    context: { ...REPRESENTATIVE, ...withRules({ ineligibleTitles: ['chuyen vien'] }) },
    read: status,
    expected: ['wrong', 'ineligible-rank'],
  },
  {
    sentence: 'wrong composition (sai thành phần: an ineligible rank), by ruling',
    entries: [signIn(-10, CLERK, { basis: 'assignment' }), refuse(-5, 'ineligible-rank', CLERK.id)],
    context: REPRESENTATIVE,
    read: status,
    expected: ['wrong', 'ineligible-rank'],
  },
  {
    sentence:
      'an authorisation holds basis, document number and date, signer, authorised person and title, scope, reason',
    entries: [substitute],
    read: ({ composition }) => composition.signIn?.event.substitution,
    expected: letterOf('authorisation'),
  },
  {
    sentence: 'chair’s approval: who, when, by what channel',
    entries: [substitute, approve(-5)],
    read: ({ composition: { approval: given } }) => given && [given.approver, given.approvedAt, given.channel],
    expected: ['Chủ trì mẫu', at(-5), 'phone'],
  },
  {
    sentence: 'an approval before the fact is no late one',
    entries: [substitute, approve(-5)],
    read: approval,
    expected: ['authorised', false, false],
  },
  {
    sentence: 'approval after the fact stays visible as such (bổ sung sau)',
    entries: [substitute, approve(30)],
    read: approval,
    expected: ['authorised', true, true],
  },
  {
    sentence: 'approval after the fact stays visible as such, also after the meeting was closed',
    entries: [substitute, close(55), approve(180)],
    now: 240,
    read: approval,
    expected: ['authorised', true, true],
  },
  {
    sentence: 'approval after the fact stays visible as such, of a deputy too',
    entries: [assigned, close(55), approve(180)],
    now: 240,
    read: approval,
    expected: ['deputy-by-assignment', true, true],
  },
  {
    sentence: 'an approval given in time and written down afterwards shows both times',
    entries: [substitute, approve(30, DEPUTY.id, -5)],
    read: approval,
    expected: ['authorised', false, true],
  },
  {
    sentence: 'two people signed in one after the other: the later is seated, the earlier stays listed',
    entries: [signIn(-10, DEPUTY, { basis: 'assignment' }), signIn(10)],
    read: ({ composition }) => [composition.status, composition.earlier.map(({ event }) => event.person.id)],
    expected: ['right', [DEPUTY.id]],
  },
];

export const COMPOSITION_ROWS: readonly DomainRow[] = ROWS.map((row) => ({ axis: 'composition', ...row }));
