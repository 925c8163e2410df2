import type { CheckId } from '../../../shared/checks/check-id.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Still } from '../../checks/camera/still.ts';
import type { Sound } from '../../checks/sound.ts';
import { testSound } from '../../checks/speaker/test-sound.ts';
import { chosenOnly, type DevicesSlice } from './devices-slice.ts';
import type { SliceOf } from './slice.ts';

/** What the person may listen to: what the microphone heard, or the speaker check's test sound. */
export type Playable = 'recording' | 'test-sound';

/** What was seen and heard, for the person only. In this window's memory: never stored, never sent, gone when it closes. */
export interface KeepsakesSlice {
  /** The last picture of the camera check. */
  readonly still: Still | null;
  /** The last seconds of the microphone check. */
  readonly recording: Sound | null;
  readonly playing: Playable | null;
  readonly playError: { readonly of: Playable; readonly error: AppError } | null;
  readonly keepStill: (still: Still) => void;
  readonly keepRecording: (recording: Sound) => void;
  /** Before checks start: a sound would disturb them, and nobody shall hear an older recording for theirs. */
  readonly dropKeepsakes: (starting: readonly CheckId[]) => void;
  /** Resolves when it has been played, or stopped. What plays already is stopped first. */
  readonly play: (what: Playable) => Promise<void>;
  readonly stopPlaying: () => void;
}

export const keepsakesSlice: SliceOf<KeepsakesSlice, DevicesSlice> = (world) => (set, get) => {
  let current = new AbortController();

  function stop(): void {
    current.abort();
    set({ playing: null });
  }

  function replaceStill(still: Still | null): void {
    const before = get().still;
    set({ still });
    before?.picture.close();
  }

  return {
    still: null,
    recording: null,
    playing: null,
    playError: null,
    keepStill: replaceStill,
    keepRecording: (recording) => set({ recording }),
    dropKeepsakes(starting) {
      stop();
      set({ recording: null, playError: null });
      if (starting.includes('camera')) replaceStill(null);
    },
    async play(what) {
      const sound = what === 'recording' ? get().recording : testSound();
      if (!sound) return;
      stop();
      const own = new AbortController();
      current = own;
      set({ playing: what, playError: null });
      const played = await world.playSound(sound, chosenOnly(get().chosen).speaker, own.signal);
      // Stopped, or another one began: that one's state is not ours to change.
      if (own.signal.aborted) return;
      set({ playing: null, playError: played.ok ? null : { of: what, error: played.error } });
    },
    stopPlaying: stop,
  };
};
