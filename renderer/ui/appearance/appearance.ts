import type { Appearance } from '../../../shared/appearance.ts';

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
