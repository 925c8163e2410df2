import { fittingSize } from '../../../shared/attendance/letter-size.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { AttachmentRef } from '../../../shared/events/authorisation.ts';
import type { Substitution } from '../../../shared/events/leader-signed-in.ts';
import type { RequestValue } from '../../../shared/ipc-contract.ts';
import type { Person } from '../../../shared/meeting/meeting.ts';
import type { Saved } from '../../../shared/point-state.ts';
import { policyOf } from '../selectors.ts';
import type { RecordSlice } from './record-slice.ts';
import type { SliceOf } from './slice.ts';

/** Where the leader's dialog stands: closed, choosing a person, proving it, or done and on disk. */
export type SignInStage =
  | { readonly step: 'closed' }
  | { readonly step: 'person' }
  /** `codeNeeded`: the PIN that is set now takes the province's one-time code. */
  | { readonly step: 'proof'; readonly person: Person; readonly pinSet: boolean; readonly codeNeeded: boolean }
  | { readonly step: 'result'; readonly person: Person; readonly saved: Saved };

export interface SignInProof {
  readonly meetingId: string;
  readonly pin: string;
  /** The province's, where a new PIN takes one. */
  readonly code: string | null;
  readonly substitution: Substitution | null;
}

export interface SignInSlice {
  readonly signIn: SignInStage;
  readonly signInBusy: boolean;
  readonly signInError: AppError | null;
  readonly attachmentError: AppError | null;
  readonly openSignIn: () => void;
  /** Opens at the proof of a person, as of the one the invitation names. */
  readonly openSignInFor: (person: Person) => Promise<void>;
  /** Keeps a letter's picture or PDF on this machine; null when that was refused. */
  readonly keepAttachment: (file: Blob) => Promise<AttachmentRef | null>;
  readonly closeSignIn: () => void;
  readonly choosePerson: (person: Person) => Promise<void>;
  /** From the PIN to a new one by the province's code. */
  readonly forgetPin: () => void;
  readonly submitSignIn: (proof: SignInProof) => Promise<void>;
}

function proofOf(person: Person, state: RequestValue<'leader:pin-state'>): SignInStage {
  return { step: 'proof', person, pinSet: state.set, codeNeeded: state.codeNeeded };
}

export const signInSlice: SliceOf<SignInSlice, RecordSlice> =
  ({ client }) =>
  (set, get) => ({
    signIn: { step: 'closed' },
    signInBusy: false,
    signInError: null,
    attachmentError: null,
    openSignIn: () => set({ signIn: { step: 'person' }, signInError: null, attachmentError: null }),
    async openSignInFor(person) {
      // Not by way of the list: the dialog opens with what it asks for, and so puts the cursor there.
      const state = await client.request('leader:pin-state', { personId: person.id });
      if (!state.ok) set({ signIn: { step: 'person' }, signInError: state.error });
      else set({ signIn: proofOf(person, state.value), signInError: null, attachmentError: null });
    },
    async keepAttachment(file) {
      const fitting = fittingSize(file.size, policyOf(get().point).attendance.attachment.maxBytes);
      set({ attachmentError: fitting.ok ? null : fitting.error });
      // Before it is read: a film chosen by mistake would not fit into the memory.
      if (!fitting.ok) return null;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kept = await client.request('attachment:keep', { bytes });
      if (!kept.ok) set({ attachmentError: kept.error });
      return kept.ok ? kept.value : null;
    },
    closeSignIn: () => set({ signIn: { step: 'closed' }, signInError: null }),
    async choosePerson(person) {
      set({ signInBusy: true, signInError: null });
      const state = await client.request('leader:pin-state', { personId: person.id });
      set({ signInBusy: false });
      if (!state.ok) set({ signInError: state.error });
      else if (get().signIn.step === 'person') set({ signIn: proofOf(person, state.value) });
    },
    forgetPin() {
      const stage = get().signIn;
      if (stage.step !== 'proof' || get().signInBusy) return;
      set({ signIn: { ...stage, pinSet: false, codeNeeded: true }, signInError: null });
    },
    async submitSignIn({ meetingId, pin, code, substitution }) {
      const stage = get().signIn;
      if (stage.step !== 'proof' || get().signInBusy) return;
      const personId = stage.person.id;
      set({ signInBusy: true, signInError: null });
      if (!stage.pinSet) {
        const made = await client.request('leader:set-pin', { personId, pin, ...(code !== null && { code }) });
        if (!made.ok) return set({ signInBusy: false, signInError: made.error });
        set({ signIn: { ...stage, pinSet: true, codeNeeded: false } });
      }
      const saved = await client.request('leader:sign-in', { meetingId, personId, pin, substitution });
      if (!saved.ok) return set({ signInBusy: false, signInError: saved.error });
      set({ signInBusy: false, signIn: { step: 'result', person: stage.person, saved: saved.value } });
    },
  });
