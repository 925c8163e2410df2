import type { AppError } from '../../../shared/errors.ts';
import type { ManualAnswer } from '../../../shared/events/event.ts';
import type { SliceOf } from './slice.ts';

export interface ChecklistSlice {
  /** Items whose answer is on its way to the disk, or did not get there. */
  readonly answering: Readonly<Record<string, 'saving' | AppError>>;
  /** Files one answer; it shows as given only once the record of the main process has it. */
  readonly answer: (answer: Omit<ManualAnswer, 'type'>) => Promise<void>;
}

export const checklistSlice: SliceOf<ChecklistSlice> =
  ({ client }) =>
  (set, get) => ({
    answering: {},
    async answer(answer) {
      const { itemId } = answer;
      set({ answering: { ...get().answering, [itemId]: 'saving' } });
      const saved = await client.request('checklist:answer', answer);
      const { [itemId]: _, ...others } = get().answering;
      set({ answering: saved.ok ? others : { ...others, [itemId]: saved.error } });
    },
  });
