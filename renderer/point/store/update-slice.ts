import type { AppError } from '../../../shared/errors.ts';
import type { UpdateState } from '../../../shared/updates/state.ts';
import type { SliceOf } from './slice.ts';

/** What this point does about an update of its software. */
export interface UpdateSlice {
  readonly update: UpdateState;
  readonly updateError: AppError | null;
  readonly setUpdate: (update: UpdateState) => void;
  readonly installUpdate: () => Promise<void>;
  readonly postponeUpdate: () => Promise<void>;
}

export const updateSlice: SliceOf<UpdateSlice> =
  ({ client }) =>
  (set) => {
    const ask = async (name: 'update:install' | 'update:postpone') => {
      const answer = await client.request(name, {});
      set({ updateError: answer.ok ? null : answer.error });
    };
    return {
      update: { kind: 'none' },
      updateError: null,
      setUpdate: (update) => set({ update, updateError: null }),
      installUpdate: () => ask('update:install'),
      postponeUpdate: () => ask('update:postpone'),
    };
  };
