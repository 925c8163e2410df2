/** How the windows look: as the system does, or as the person chose on this machine. */
export const APPEARANCES = ['system', 'light', 'dark', 'contrast'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** What the system asks for. */
export interface SystemLook {
  readonly dark: boolean;
  readonly contrast: boolean;
  /** It paints with colours of its own: what little is still drawn in ours must stand on its ground. */
  readonly forced: boolean;
}

/** What is drawn. High contrast is bright on black. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  readonly contrast: boolean;
}

export function lookOf(appearance: Appearance, system: SystemLook): Look {
  if (system.forced) return { scheme: system.dark ? 'dark' : 'light', contrast: false };
  const contrast = appearance === 'contrast' || (appearance === 'system' && system.contrast);
  const dark = contrast || appearance === 'dark' || (appearance === 'system' && system.dark);
  return { scheme: dark ? 'dark' : 'light', contrast };
}

const KEY = 'diem-cau-appearance';

/** What was chosen here; without storage or a choice the system's. */
export function keptAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(KEY);
    return APPEARANCES.find((one) => one === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** A page without storage forgets it when it closes. */
export function keepAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(KEY, appearance);
  } catch {
    // It is only how things look.
  }
}
