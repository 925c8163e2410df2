import type { ApprovalChannel, AttachmentRef } from '../../../shared/events/authorisation.ts';
import type { Substitution } from '../../../shared/events/leader-signed-in.ts';
import type { Person } from '../../../shared/meeting/meeting.ts';
import { calendarDayOf, pastMomentOf } from '../../../shared/meeting/time-of-day.ts';

export interface FormValues {
  readonly pin: string;
  readonly pinRepeat: string;
  /** The province's one-time code, as typed. */
  readonly pinCode: string;
  readonly basis: Substitution['basis'];
  readonly documentNumber: string;
  /** As typed: `31/01/2026`. */
  readonly documentDate: string;
  readonly signer: string;
  readonly scope: string;
  readonly reason: string;
  /** The chair's approval as the point says it; nobody means none was given. */
  readonly approver: string;
  /** As typed: `07:30`, or with the day before it. */
  readonly approvedAt: string;
  readonly channel: ApprovalChannel;
  readonly attachment: AttachmentRef | null;
}

export const EMPTY_FORM: FormValues = {
  pin: '',
  pinRepeat: '',
  pinCode: '',
  basis: 'assignment',
  documentNumber: '',
  documentDate: '',
  signer: '',
  scope: '',
  reason: '',
  approver: '',
  approvedAt: '',
  channel: 'phone',
  attachment: null,
};

const CODE_DIGITS = 8;

export interface FormNeeds {
  readonly substitute: boolean;
  readonly pinSet: boolean;
  readonly pinMinDigits: number;
  /** A new PIN takes the province's code. */
  readonly codeNeeded?: boolean;
}

/** What is wrong with a field: keys under `point.signIn`, of dates and times under `substitute`, of the code under `pinCode`. */
export type Fault = 'required' | 'pinShort' | 'pinDiffer' | 'badDate' | 'badMoment' | 'badCode';
export type Faults = Readonly<Partial<Record<keyof FormValues, Fault>>>;

/** What keeps the form from being sent. The main process decides again; this only spares a round trip. */
export function faultsOf(values: FormValues, needs: FormNeeds, now: number): Faults {
  return { ...(needs.substitute ? groundsFaults(values, now) : {}), ...pinFaults(values, needs) };
}

function groundsFaults(values: FormValues, now: number): Faults {
  const faults: Partial<Record<keyof FormValues, Fault>> = {};
  for (const field of ['documentNumber', 'signer', 'reason'] as const)
    if (values[field].trim() === '') faults[field] = 'required';
  const letter = values.basis === 'authorisation';
  if (letter && values.scope.trim() === '') faults.scope = 'required';
  if (values.documentDate.trim() !== '') {
    if (calendarDayOf(values.documentDate) === null) faults.documentDate = 'badDate';
  } else if (letter) faults.documentDate = 'required';
  if (values.approvedAt.trim() !== '' && values.approver.trim() === '') faults.approver = 'required';
  if (values.approver.trim() !== '' && pastMomentOf(values.approvedAt, now) === null) faults.approvedAt = 'badMoment';
  return faults;
}

function pinFaults(values: FormValues, needs: FormNeeds): Faults {
  const faults = newPinFaults(values, needs);
  if (needs.pinSet || !needs.codeNeeded || values.pinCode.replace(/\D/g, '').length === CODE_DIGITS) return faults;
  return { ...faults, pinCode: values.pinCode === '' ? 'required' : 'badCode' };
}

function newPinFaults(values: FormValues, { pinSet, pinMinDigits }: FormNeeds): Faults {
  if (values.pin === '') return { pin: 'required' };
  if (!pinSet && values.pin.length < pinMinDigits) return { pin: 'pinShort' };
  return !pinSet && values.pin !== values.pinRepeat ? { pinRepeat: 'pinDiffer' } : {};
}

/** The grounds as they are recorded. What was left empty is left out; a letter names the person who shows it. */
export function substitutionOf(values: FormValues, person: Person, now: number): Substitution {
  const { basis, channel, attachment } = values;
  const documentDate = calendarDayOf(values.documentDate);
  const approver = values.approver.trim();
  const approvedAt = pastMomentOf(values.approvedAt, now);
  const letter = basis === 'authorisation';
  return {
    basis,
    documentNumber: values.documentNumber.trim(),
    signer: values.signer.trim(),
    reason: values.reason.trim(),
    ...(documentDate === null ? {} : { documentDate }),
    ...(letter ? { authorised: { fullName: person.fullName, title: person.title }, scope: values.scope.trim() } : {}),
    ...(approver === '' || approvedAt === null ? {} : { approvalClaim: { approver, approvedAt, channel } }),
    ...(attachment === null ? {} : { attachment }),
  };
}

/** Only digits are kept: a Vietnamese input method may add marks. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(0, 20);
}
