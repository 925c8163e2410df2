/** How the windows look: as the system does, or as the person chose on this machine. */
export const APPEARANCES = ['system', 'light', 'dark', 'contrast'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** Null: it is none. */
export function appearanceOf(text: unknown): Appearance | null {
  return APPEARANCES.find((one) => one === text) ?? null;
}
