import { HARD_SOUNDS } from './hard-sounds.ts';
import { SOUNDS, type SoundItem } from './sounds.ts';

/** Every sound of the corpus. */
export const ALL_SOUNDS: readonly SoundItem[] = [...SOUNDS, ...HARD_SOUNDS];
