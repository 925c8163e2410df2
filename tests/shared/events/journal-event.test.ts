import { describe, expect, it } from 'vitest';
import { attendanceFact, journalEvent } from '../../../shared/events/journal-event.ts';
import { recordableFact } from '../../../shared/events/recordable-fact.ts';
import { rulingEntry } from '../../../shared/events/rulings.ts';

const HASH = 'A'.repeat(43);
const INCIDENT = '00000000-0000-4000-8000-000000000001';
const person = { id: 'a', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' };
const letter = {
  basis: 'authorisation',
  documentNumber: '12/GUQ-UBND',
  signer: 'Đại biểu mẫu B',
  reason: 'Đi công tác',
};
const signedIn = { type: 'leader-signed-in', meetingId: 'm1', person, designatedPersonId: 'b', substitution: letter };
const account = {
  ...{ meetingId: 'm1', incidentId: INCIDENT, reporter: { by: 'app' }, kind: 'line', what: '', since: 1 },
  ...{ proposedCause: 'undetermined', causeNote: '', measured: { from: 1, to: null } },
};

describe('the recorded events', () => {
  it('read what was recorded before there was more to say of a letter', () => {
    expect(journalEvent.parse(signedIn)).toEqual(signedIn);
  });

  it('keep all of a letter', () => {
    const whole = {
      ...letter,
      documentDate: '2026-01-30',
      authorised: { fullName: person.fullName, title: person.title },
      scope: 'Cuộc họp này',
      approvalClaim: { approver: 'Chủ trì mẫu', approvedAt: 1, channel: 'phone' },
      attachment: { sha256: HASH, type: 'application/pdf', bytes: 1000 },
    };
    const event = { ...signedIn, substitution: whole };
    expect(journalEvent.parse(event)).toEqual(event);
  });

  it.each([
    { type: 'seat-left', meetingId: 'm1', note: '' },
    { type: 'seat-returned', meetingId: 'm1', note: '' },
    { type: 'left-early', meetingId: 'm1', note: 'Chống bão' },
    { type: 'ended', meetingId: 'm1', note: '' },
    { type: 'technician-on-duty', meetingId: 'm1', fullName: 'Cán bộ mẫu', phone: '0900 000 000' },
    { type: 'incident-opened', ...account },
    { type: 'incident-updated', ...account },
    {
      type: 'incident-resolved',
      ...{ meetingId: 'm1', incidentId: INCIDENT, reporter: { by: 'person', fullName: null } },
      ...{ resolvedAt: 2, remedy: 'Cắm lại cáp', measured: null },
    },
    { type: 'explanation-given', meetingId: 'm1', requestId: 'r1', about: null, by: 'Cán bộ mẫu', text: 'Đã rõ' },
    {
      type: 'correction',
      ...{ meetingId: 'm1', of: HASH, actor: 'Cán bộ mẫu', reason: 'Bấm nhầm', replacement: { kind: 'withdrawn' } },
    },
    {
      type: 'person-proposed',
      proposal: { kind: 'add', fullName: 'Rah Lan Mẫu', title: '', fields: ['Văn hóa'] },
      ...{ by: 'Cán bộ mẫu', reason: 'Mới bổ nhiệm' },
    },
  ])('$type is recorded as it was said', (fact) => {
    expect(journalEvent.parse(fact)).toEqual(fact);
    expect(recordableFact.parse(fact)).toEqual(fact);
  });

  it('take a name in one field and one form of Unicode', () => {
    const fact = { type: 'technician-on-duty', meetingId: 'm1', fullName: 'Mẫu Ấn'.normalize('NFD'), phone: '' };
    expect(journalEvent.parse(fact)).toMatchObject({ fullName: 'Mẫu Ấn'.normalize('NFC') });
  });

  it('let no sign-in be written down without its PIN, nor put in another entry’s place', () => {
    expect(recordableFact.safeParse(signedIn).success).toBe(false);
    const swap = { kind: 'fact', at: 1, fact: signedIn };
    const correction = { type: 'correction', meetingId: 'm1', of: HASH, actor: 'x', reason: 'x', replacement: swap };
    expect(attendanceFact.safeParse(correction).success).toBe(false);
  });

  it('want a reason for what is held against somebody', () => {
    const by = { v: 1, id: 'r', meetingId: 'm1', point: '1', at: 1, actor: { kind: 'hub' } };
    const needs = (ruling: object) => rulingEntry.safeParse({ ...by, ruling }).success;
    for (const type of ['disputed', 'concluded']) expect(needs({ type, of: null, reason: ' ' })).toBe(false);
    expect(needs({ type: 'not-excused', reason: '' })).toBe(false);
    expect(needs({ type: 'verified', of: null, reason: '' })).toBe(true);
    // Excused only by an approval.
    expect(needs({ type: 'excused', reason: 'Chống bão' })).toBe(false);
  });
});
