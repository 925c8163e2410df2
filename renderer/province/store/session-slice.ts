import type { AppError } from '../../../shared/errors.ts';
import type { SessionInfo } from '../../../shared/protocol/console.ts';
import type { Locale } from '../../../shared/strings/translator.ts';
import type { Credentials } from '../api.ts';
import type { SliceOf } from './slice.ts';

export interface SessionSlice {
  /** Null when nobody is signed in; undefined before it is known. */
  readonly session: SessionInfo | null | undefined;
  readonly signingIn: boolean;
  readonly signInError: AppError | null;
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly loadSession: () => Promise<void>;
  readonly signIn: (credentials: Credentials) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** To be called with every failure: one that means "signed out" leads back to the sign-in. */
  readonly noteFailure: (error: AppError) => void;
}

const LOCALE_KEY = 'diem-cau-locale';

export const sessionSlice: SliceOf<SessionSlice> = (api) => (set) => ({
  session: undefined,
  signingIn: false,
  signInError: null,
  locale: firstLocale(),
  setLocale(locale) {
    localStorage.setItem(LOCALE_KEY, locale);
    set({ locale });
  },
  async loadSession() {
    const answer = await api.session();
    if (answer.ok) return set({ session: answer.value });
    const quiet = answer.error.code === 'auth-required';
    set({ session: null, signInError: quiet ? null : answer.error });
  },
  async signIn(credentials) {
    set({ signingIn: true, signInError: null });
    const answer = await api.signIn(credentials);
    set(answer.ok ? { signingIn: false, session: answer.value } : { signingIn: false, signInError: answer.error });
  },
  async signOut() {
    await api.signOut();
    set({ session: null, signInError: null });
  },
  noteFailure(error) {
    if (error.code === 'auth-required') set({ session: null });
  },
});

/** As chosen here before; at a first start as chosen there. */
function firstLocale(): Locale {
  const chosen = localStorage.getItem(LOCALE_KEY) ?? new URLSearchParams(location.search).get('lang');
  return chosen === 'en' ? 'en' : 'vi';
}
