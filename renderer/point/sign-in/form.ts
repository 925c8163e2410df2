import type { Substitution } from '../../../shared/events/leader-signed-in.ts';

export interface FormValues {
  readonly pin: string;
  readonly pinRepeat: string;
  readonly basis: Substitution['basis'];
  readonly documentNumber: string;
  readonly signer: string;
  readonly reason: string;
}

export const EMPTY_FORM: FormValues = {
  pin: '',
  pinRepeat: '',
  basis: 'assignment',
  documentNumber: '',
  signer: '',
  reason: '',
};

export interface FormNeeds {
  readonly substitute: boolean;
  readonly pinSet: boolean;
  readonly pinMinDigits: number;
}

/** What is wrong with a field: a key under `point.signIn`. */
export type Fault = 'required' | 'pinShort' | 'pinDiffer';
export type Faults = Readonly<Partial<Record<keyof FormValues, Fault>>>;

/** What keeps the form from being sent. The main process decides again; this only spares a round trip. */
export function faultsOf(values: FormValues, { substitute, pinSet, pinMinDigits }: FormNeeds): Faults {
  const faults: Partial<Record<keyof FormValues, Fault>> = {};
  if (substitute)
    for (const field of ['documentNumber', 'signer', 'reason'] as const)
      if (values[field].trim() === '') faults[field] = 'required';
  if (values.pin === '') faults.pin = 'required';
  else if (!pinSet && values.pin.length < pinMinDigits) faults.pin = 'pinShort';
  else if (!pinSet && values.pin !== values.pinRepeat) faults.pinRepeat = 'pinDiffer';
  return faults;
}

export function substitutionOf({ basis, documentNumber, signer, reason }: FormValues): Substitution {
  return { basis, documentNumber: documentNumber.trim(), signer: signer.trim(), reason: reason.trim() };
}

/** Only digits are kept: a Vietnamese input method may add marks. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(0, 20);
}
