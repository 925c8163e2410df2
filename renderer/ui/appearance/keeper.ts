import { type Appearance, appearanceOf } from '../../../shared/appearance.ts';

/** Where what was chosen outlives the window. */
export interface AppearanceKeeper {
  /** Asked while the window is drawn for the first time. */
  readonly kept: () => Appearance;
  readonly keep: (appearance: Appearance) => void;
}

const KEY = 'diem-cau-appearance';

/** Of a page in any browser. A page without storage forgets it when it closes. */
export const storageKeeper: AppearanceKeeper = {
  kept() {
    try {
      return appearanceOf(localStorage.getItem(KEY)) ?? 'system';
    } catch {
      return 'system';
    }
  },
  keep(appearance) {
    try {
      localStorage.setItem(KEY, appearance);
    } catch {
      // It is only how things look.
    }
  },
};
