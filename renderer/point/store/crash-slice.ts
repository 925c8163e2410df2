import type { RequestArgs } from '../../../shared/ipc-contract.ts';
import type { SupportPlaces } from '../../../shared/support-places.ts';
import type { HistorySlice } from './history-slice.ts';
import type { MachineSlice } from './machine-slice.ts';
import type { SliceOf } from './slice.ts';

/** What of this software failed: kept on this machine, and offered for whoever helps. */
export interface CrashSlice {
  readonly keepCrash: (crash: { readonly name: string; readonly frames: readonly string[] }) => void;
  /** Writes the file for support; once that is done, the failure is answered. */
  readonly exportCrash: () => Promise<void>;
  readonly answerCrash: () => void;
  /** Null where not even that is answered. */
  readonly askPlaces: () => Promise<SupportPlaces | null>;
}

export const crashSlice: SliceOf<CrashSlice, MachineSlice & HistorySlice> =
  ({ client }) =>
  (set, get) => ({
    keepCrash: ({ name, frames }) =>
      void client.request('crash:keep', { name, frames: [...frames] } satisfies RequestArgs<'crash:keep'>),
    async exportCrash() {
      await get().exportForSupport(false);
      if (get().exportedTo !== null) void client.request('crash:seen', {});
    },
    answerCrash() {
      const { info } = get();
      if (info) set({ info: { ...info, lastCrashAt: null }, exportedTo: null });
      void client.request('crash:seen', {});
    },
    async askPlaces() {
      const places = await client.request('support:places', {});
      return places.ok ? places.value : null;
    },
  });
