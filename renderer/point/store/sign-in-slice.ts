import type { AppError } from '../../../shared/errors.ts';
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
  readonly openSignIn: () => void;
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
    openSignIn: () => set({ signIn: { step: 'person' }, signInError: null }),
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
