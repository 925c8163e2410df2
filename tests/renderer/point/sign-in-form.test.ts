import { describe, expect, it } from 'vitest';
import { digitsOf, EMPTY_FORM, faultsOf, substitutionOf } from '../../../renderer/point/sign-in/form.ts';

const FULL = {
  ...EMPTY_FORM,
  pin: '246810',
  pinRepeat: '246810',
  documentNumber: ' 7/PC-UBND ',
  signer: 'Đại biểu mẫu A',
  reason: 'Đi công tác',
};
/** 31/01/2026 08:00 in the province. */
const NOW = Date.UTC(2026, 0, 31, 1, 0);
const PERSON = { id: 'b', fullName: 'Đại biểu mẫu B', title: 'Phó Chủ tịch UBND xã' };
const SUBSTITUTE = { substitute: true, pinSet: false, pinMinDigits: 6 };

describe('the sign-in form', () => {
  it('asks a substitute for everything', () => {
    expect(faultsOf(EMPTY_FORM, SUBSTITUTE, NOW)).toEqual({
      documentNumber: 'required',
      signer: 'required',
      reason: 'required',
      pin: 'required',
    });
    expect(faultsOf(FULL, SUBSTITUTE, NOW)).toEqual({});
  });

  it('takes blanks for nothing', () => {
    expect(faultsOf({ ...FULL, signer: '  ' }, SUBSTITUTE, NOW)).toEqual({ signer: 'required' });
  });

  it('asks the designated person for the PIN only', () => {
    const needs = { substitute: false, pinSet: true, pinMinDigits: 6 };
    expect(faultsOf(EMPTY_FORM, needs, NOW)).toEqual({ pin: 'required' });
    // An old PIN may be shorter than today's policy wants: whether it is right is for the main process to say.
    expect(faultsOf({ ...EMPTY_FORM, pin: '1234' }, needs, NOW)).toEqual({});
  });

  it('wants a new PIN long enough and twice the same', () => {
    expect(faultsOf({ ...FULL, pin: '12345' }, SUBSTITUTE, NOW)).toEqual({ pin: 'pinShort' });
    expect(faultsOf({ ...FULL, pinRepeat: '246811' }, SUBSTITUTE, NOW)).toEqual({ pinRepeat: 'pinDiffer' });
  });

  it('keeps digits only, and trims what is sent', () => {
    expect(digitsOf('12 3a4ơ')).toBe('1234');
    expect(substitutionOf(FULL, PERSON, NOW).documentNumber).toBe('7/PC-UBND');
  });

  it('wants the day and the scope of a letter, and a day that is one', () => {
    const letter = { ...FULL, basis: 'authorisation' } as const;
    expect(faultsOf(letter, SUBSTITUTE, NOW)).toEqual({ documentDate: 'required', scope: 'required' });
    const whole = { ...letter, documentDate: '30/02/2026', scope: 'Cuộc họp này' };
    expect(faultsOf(whole, SUBSTITUTE, NOW)).toEqual({ documentDate: 'badDate' });
  });

  it('takes an approval whole or not at all, and none that has still to come', () => {
    expect(faultsOf({ ...FULL, approvedAt: '07:30' }, SUBSTITUTE, NOW)).toEqual({ approver: 'required' });
    expect(faultsOf({ ...FULL, approver: 'Chủ trì' }, SUBSTITUTE, NOW)).toEqual({ approvedAt: 'badMoment' });
    const tomorrow = { ...FULL, approver: 'Chủ trì', approvedAt: '01/02/2026 07:30' };
    expect(faultsOf(tomorrow, SUBSTITUTE, NOW)).toEqual({ approvedAt: 'badMoment' });
  });

  it('records all parts of a letter, and of an assignment only what was given', () => {
    const parts = { documentDate: '30/01/2026', scope: 'Cuộc họp này', approver: ' Chủ trì ', approvedAt: '07:30' };
    expect(substitutionOf({ ...FULL, ...parts, basis: 'authorisation' }, PERSON, NOW)).toEqual({
      basis: 'authorisation',
      documentNumber: '7/PC-UBND',
      documentDate: '2026-01-30',
      signer: 'Đại biểu mẫu A',
      authorised: { fullName: PERSON.fullName, title: PERSON.title },
      scope: 'Cuộc họp này',
      reason: 'Đi công tác',
      approvalClaim: { approver: 'Chủ trì', approvedAt: NOW - 30 * 60_000, channel: 'phone' },
    });
    expect(Object.keys(substitutionOf(FULL, PERSON, NOW))).toEqual(['basis', 'documentNumber', 'signer', 'reason']);
  });
});
