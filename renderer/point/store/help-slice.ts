import type { AppError } from '../../../shared/errors.ts';
import type { Ask } from '../../../shared/protocol/wall.ts';
import type { ChecksSlice } from './checks-slice.ts';
import type { SliceOf } from './slice.ts';

export interface HelpSlice {
  readonly helpError: AppError | null;
  /** Runs the check the province asks for, and tells it when that was accepted and when it is done. */
  readonly acceptAsk: (ask: Ask) => Promise<void>;
  readonly answerAsk: (ask: Ask, answer: 'declined' | 'read') => Promise<void>;
}

export const helpSlice: SliceOf<HelpSlice, ChecksSlice> =
  ({ client }) =>
  (set, get) => ({
    helpError: null,
    async acceptAsk({ id, check }) {
      if (check === null) return;
      const accepted = await client.request('help:answer', { id, answer: 'accepted' });
      set({ helpError: accepted.ok ? null : accepted.error });
      // What is over at the province need not be measured; a line that is down is no reason not to.
      if (!accepted.ok && accepted.error.code === 'ask-over') return;
      const run = await get().runChecks([check]);
      if (run === null) return;
      const done = await client.request('help:answer', { id, answer: 'done' });
      set({ helpError: done.ok ? null : done.error });
    },
    async answerAsk({ id }, answer) {
      const told = await client.request('help:answer', { id, answer });
      set({ helpError: told.ok ? null : told.error });
    },
  });
