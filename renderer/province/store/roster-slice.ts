import type { AppError } from '../../../shared/errors.ts';
import type { PinCodeIssued, PointRoster, ProposalDecision, RosterChange } from '../../../shared/protocol/roster.ts';
import type { Result } from '../../../shared/result.ts';
import type { SessionSlice } from './session-slice.ts';
import type { SliceOf } from './slice.ts';

export interface RosterSlice {
  readonly roster: PointRoster | null;
  readonly rosterError: AppError | null;
  readonly loadRoster: (point: string) => Promise<void>;
  readonly changeRoster: (point: string, change: RosterChange) => Promise<Result<unknown>>;
  /** The code is handed on to who asked and not kept here. */
  readonly issuePinCode: (point: string, personId: string) => Promise<Result<PinCodeIssued>>;
  readonly decideProposal: (point: string, id: string, decision: ProposalDecision) => Promise<Result<unknown>>;
}

export const rosterSlice: SliceOf<RosterSlice, SessionSlice> = (api) => (set, get) => {
  /** Tells the answer to who asked, and reads the list again when it changed. */
  async function changing<T>(point: string, asked: Promise<Result<T>>): Promise<Result<T>> {
    const answer = await asked;
    if (answer.ok) await get().loadRoster(point);
    else get().noteFailure(answer.error);
    return answer;
  }

  return {
    roster: null,
    rosterError: null,
    async loadRoster(point) {
      if (get().roster?.point.code !== point) set({ roster: null });
      const answer = await api.roster(point);
      if (answer.ok) return set({ roster: answer.value, rosterError: null });
      set({ rosterError: answer.error });
      get().noteFailure(answer.error);
    },
    changeRoster: (point, change) => changing(point, api.changeRoster(point, change)),
    issuePinCode: (point, personId) => changing(point, api.issuePinCode(point, personId)),
    decideProposal: (point, id, decision) => changing(point, api.decideProposal(point, id, decision)),
  };
};
