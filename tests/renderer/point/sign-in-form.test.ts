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
const SUBSTITUTE = { substitute: true, pinSet: false, pinMinDigits: 6 };

describe('the sign-in form', () => {
  it('asks a substitute for everything', () => {
    expect(faultsOf(EMPTY_FORM, SUBSTITUTE)).toEqual({
      documentNumber: 'required',
      signer: 'required',
      reason: 'required',
      pin: 'required',
    });
    expect(faultsOf(FULL, SUBSTITUTE)).toEqual({});
  });

  it('takes blanks for nothing', () => {
    expect(faultsOf({ ...FULL, signer: '  ' }, SUBSTITUTE)).toEqual({ signer: 'required' });
  });

  it('asks the designated person for the PIN only', () => {
    const needs = { substitute: false, pinSet: true, pinMinDigits: 6 };
    expect(faultsOf(EMPTY_FORM, needs)).toEqual({ pin: 'required' });
    // An old PIN may be shorter than today's policy wants: whether it is right is for the main process to say.
    expect(faultsOf({ ...EMPTY_FORM, pin: '1234' }, needs)).toEqual({});
  });

  it('wants a new PIN long enough and twice the same', () => {
    expect(faultsOf({ ...FULL, pin: '12345' }, SUBSTITUTE)).toEqual({ pin: 'pinShort' });
    expect(faultsOf({ ...FULL, pinRepeat: '246811' }, SUBSTITUTE)).toEqual({ pinRepeat: 'pinDiffer' });
  });

  it('keeps digits only, and trims what is sent', () => {
    expect(digitsOf('12 3a4ơ')).toBe('1234');
    expect(substitutionOf(FULL).documentNumber).toBe('7/PC-UBND');
  });
});
