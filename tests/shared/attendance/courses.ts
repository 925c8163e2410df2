import fc from 'fast-check';
import type { AttendanceContext } from '../../../shared/attendance/context.ts';
import type { AttendanceEntry, ClockOffset } from '../../../shared/attendance/entry.ts';
import type { AttendanceFact } from '../../../shared/events/journal-event.ts';
import type { Ruling } from '../../../shared/events/rulings.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { approvalAt, at, CHAIRMAN, CLERK, context, DEPUTY, fact, letterOf, MEETING, rule } from './builders.ts';

/** A course of a meeting: any facts and rulings, at any time, in any order. */
const minutes = fc.integer({ min: -90, max: 150 });
const person = fc.constantFrom(CHAIRMAN, DEPUTY, CLERK);
const personId = person.map(({ id }) => id);
const cause = fc.constantFrom('subjective' as const, 'objective' as const, 'undetermined' as const);
const INCIDENTS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const incidentId = fc.constantFrom(...INCIDENTS);

/** Few ids, so that corrections, rulings and answers find what they are about. */
const idNumber = fc.integer({ min: 0, max: 9 });
const factId = (number: number) => `fact-${number}`.padEnd(43, '-');
const rulingId = (number: number) => `ruling-${number}`;
const declared = fc.option(idNumber.map(factId), { nil: null });
const told = { meetingId: MEETING, note: '' };

const replacement = fc.oneof(
  fc.constant({ kind: 'withdrawn' as const }),
  minutes.map((minute) => ({ kind: 'moment' as const, at: at(minute) })),
  minutes.map((minute) => ({
    kind: 'fact' as const,
    at: at(minute),
    fact: { type: 'seat-returned' as const, ...told },
  })),
);

const signedIn = fc
  .tuple(person, fc.constantFrom(CHAIRMAN.id, DEPUTY.id, null), fc.constantFrom('assignment', 'authorisation', null))
  .map(
    ([who, designatedPersonId, basis]): AttendanceFact => ({
      type: 'leader-signed-in',
      meetingId: MEETING,
      person: who,
      designatedPersonId,
      substitution: basis === null ? null : letterOf(basis),
    }),
  );

const seatFact = fc
  .constantFrom('seat-left' as const, 'seat-returned' as const, 'left-early' as const, 'ended' as const)
  .map((type): AttendanceFact => ({ type, ...told }));

const incidentFact = fc.tuple(incidentId, minutes, cause, fc.boolean()).map(
  ([incident, minute, proposedCause, resolved]): AttendanceFact =>
    resolved
      ? {
          type: 'incident-resolved',
          ...{ meetingId: MEETING, incidentId: incident, reporter: { by: 'app' }, resolvedAt: at(minute), remedy: '' },
          measured: null,
        }
      : {
          type: 'incident-opened',
          ...{ meetingId: MEETING, incidentId: incident, reporter: { by: 'app' }, kind: 'line', what: '' },
          ...{ since: at(minute), proposedCause, causeNote: '', measured: null },
        },
);

const explanation = fc.tuple(fc.option(idNumber.map(rulingId), { nil: null }), declared).map(
  ([requestId, about]): AttendanceFact => ({
    type: 'explanation-given',
    ...{ meetingId: MEETING, requestId, about, by: 'Cán bộ mẫu', text: 'Đã rõ' },
  }),
);

const correction = fc.tuple(idNumber.map(factId), replacement).map(
  ([of, instead]): AttendanceFact => ({
    type: 'correction',
    ...{ meetingId: MEETING, of, actor: 'Cán bộ mẫu', reason: 'Nhầm', replacement: instead },
  }),
);

const clock: fc.Arbitrary<ClockOffset | null> = fc.option(
  fc.record({ offsetMs: fc.integer({ min: -400_000, max: 400_000 }), errorMs: fc.integer({ min: 0, max: 5000 }) }),
  { nil: null },
);

/** Facts of two devices. `withCorrections` false: only what moves an axis forward. */
function facts(withCorrections: boolean): fc.Arbitrary<AttendanceEntry> {
  const event = withCorrections
    ? fc.oneof(signedIn, seatFact, seatFact, incidentFact, explanation, correction)
    : fc.oneof(signedIn, seatFact, seatFact, incidentFact, explanation);
  return fc
    .tuple(idNumber, minutes, event, fc.constantFrom('d1', 'd2'), clock)
    .map(([number, minute, what, device, offset]) => fact(minute, what, { id: factId(number), device, clock: offset }));
}

const decisions = fc.oneof(
  fc.tuple(personId, minutes).map(
    ([id, minute]): Ruling => ({
      type: 'composition-approved',
      ...{ personId: id, approval: approvalAt(minute), reason: '' },
    }),
  ),
  personId.map(
    (id): Ruling => ({
      type: 'composition-refused',
      ...{ personId: id, ground: 'refused', approval: approvalAt(0), reason: 'x' },
    }),
  ),
  fc
    .tuple(fc.constantFrom('verified' as const, 'disputed' as const, 'concluded' as const), declared)
    .map(([type, of]): Ruling => ({ type, of, reason: 'x' })),
  declared.map((of): Ruling => ({ type: 'explanation-requested', of, dueAt: null, reason: 'x' })),
  declared.map(
    (of): Ruling => ({ type: 'explanation-recorded', of, by: 'x', channel: 'phone', text: 'x', reason: '' }),
  ),
  fc
    .tuple(idNumber.map(rulingId), cause)
    .map(([id, set]): Ruling => ({ type: 'cause-set', of: { what: 'connection', id }, cause: set, reason: 'x' })),
);

const observations = fc.oneof(
  minutes.map((minute): Ruling => ({ type: 'connection-lost', observedAt: at(minute), reason: '' })),
  minutes.map((minute): Ruling => ({ type: 'connection-restored', observedAt: at(minute), reason: '' })),
  minutes.map((minute): Ruling => ({ type: 'meeting-closed', closedAt: at(minute), reason: '' })),
);

/** What may say somebody was absent: the only rulings that can. */
const ABSENCES: readonly Ruling['type'][] = ['absence-observed', 'excused', 'not-excused'];
const absences = fc.oneof(
  minutes.map(
    (minute): Ruling => ({ type: 'absence-observed', observedAt: at(minute), channel: 'platform', reason: '' }),
  ),
  fc.constant<Ruling>({ type: 'excused', approval: approvalAt(0), reason: 'x' }),
  fc.constant<Ruling>({ type: 'not-excused', reason: 'x' }),
);
export const saysAbsent = (entry: AttendanceEntry) =>
  entry.source === 'province' && ABSENCES.includes(entry.entry.ruling.type);

const provinceCorrection = fc
  .tuple(fc.oneof(idNumber.map(factId), idNumber.map(rulingId)), replacement)
  .map(([of, instead]): Ruling => ({ type: 'province-correction', of, replacement: instead, reason: 'x' }));

function rulings(withCorrections: boolean): fc.Arbitrary<AttendanceEntry> {
  const what = withCorrections
    ? fc.oneof(decisions, observations, absences, provinceCorrection)
    : fc.oneof(decisions, observations, absences);
  return fc.tuple(idNumber, minutes, what).map(([number, minute, ruling]) => rule(minute, ruling, rulingId(number)));
}

/** Any course of a meeting; an id stands for one entry only. */
export function course(options: { readonly corrections: boolean }): fc.Arbitrary<readonly AttendanceEntry[]> {
  const entry = fc.oneof(facts(options.corrections), rulings(options.corrections));
  return fc.uniqueArray(entry, { maxLength: 16, selector: entryId });
}

function entryId(entry: AttendanceEntry): string {
  return entry.source === 'point' ? entry.id : entry.entry.id;
}

/** The course as it may arrive: in any order, some of it twice. */
export function arrival(entries: readonly AttendanceEntry[]): fc.Arbitrary<readonly AttendanceEntry[]> {
  if (entries.length === 0) return fc.constant([]);
  return fc
    .array(fc.constantFrom(...entries), { maxLength: 6 })
    .chain((again) => fc.shuffledSubarray([...entries, ...again], { minLength: entries.length + again.length }));
}

/** What it is judged by; the devices heard of up to any time, or none. */
export const anyContext: fc.Arbitrary<AttendanceContext> = fc
  .record({
    now: minutes,
    composition: fc.constantFrom('head' as const, 'representative' as const),
    designatedPersonId: fc.constantFrom(CHAIRMAN.id, null),
    head: fc.boolean(),
    ineligibleTitles: fc.boolean().map((listed) => (listed ? ['Chuyên viên'] : [])),
    heard: fc.array(fc.record({ device: fc.constantFrom('d1', 'd2'), upTo: minutes.map(at) }), { maxLength: 2 }),
  })
  .map(({ now, composition, designatedPersonId, head, ineligibleTitles, heard }) => {
    const rules = { deputyAccepted: { head, representative: true }, ineligibleTitles };
    const policy = { ...DEFAULT_POLICY, attendance: { ...DEFAULT_POLICY.attendance, ...rules } };
    return context(now, { composition, designatedPersonId, heard, policy });
  });
