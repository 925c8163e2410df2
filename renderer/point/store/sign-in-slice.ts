import type { AppError } from '../../../shared/errors.ts';
import type { AttachmentRef } from '../../../shared/events/authorisation.ts';
import type { Substitution } from '../../../shared/events/leader-signed-in.ts';
import type { Person } from '../../../shared/meeting/meeting.ts';
import type { Saved } from '../../../shared/point-state.ts';
import type { SliceOf } from './slice.ts';

/** Where the leader's dialog stands: closed, choosing a person, proving it, or done and on disk. */
export type SignInStage =
  | { readonly step: 'closed' }
  | { readonly step: 'person' }
  | { readonly step: 'proof'; readonly person: Person; readonly pinSet: boolean }
  | { readonly step: 'result'; readonly person: Person; readonly saved: Saved };

export interface SignInProof {
  readonly meetingId: string;
  readonly pin: string;
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
  readonly submitSignIn: (proof: SignInProof) => Promise<void>;
}

export const signInSlice: SliceOf<SignInSlice> =
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
      else
        set({ signIn: { step: 'proof', person, pinSet: state.value.set }, signInError: null, attachmentError: null });
    },
    async keepAttachment(file) {
      set({ attachmentError: null });
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
      else if (get().signIn.step === 'person') set({ signIn: { step: 'proof', person, pinSet: state.value.set } });
    },
    async submitSignIn({ meetingId, pin, substitution }) {
      const stage = get().signIn;
      if (stage.step !== 'proof' || get().signInBusy) return;
      const personId = stage.person.id;
      set({ signInBusy: true, signInError: null });
      if (!stage.pinSet) {
        const made = await client.request('leader:set-pin', { personId, pin });
        if (!made.ok) return set({ signInBusy: false, signInError: made.error });
        set({ signIn: { ...stage, pinSet: true } });
      }
      const saved = await client.request('leader:sign-in', { meetingId, personId, pin, substitution });
      if (!saved.ok) return set({ signInBusy: false, signInError: saved.error });
      set({ signInBusy: false, signIn: { step: 'result', person: stage.person, saved: saved.value } });
    },
  });
