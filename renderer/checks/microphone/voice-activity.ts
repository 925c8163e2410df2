/** There is this much of it in all: a cough or a door is shorter. Seconds. */
const SPEECH_SECONDS = 0.3;
/** A syllable lasts at least this long, a key or a knock does not … */
const SYLLABLE_SECONDS = 0.06;
/** … and so much of what is heard are whole syllables, even when noise drowns the ends of most. */
const SYLLABLES_SECONDS = 0.1;
/** Half of its frames differ from the one before by more than this; a tone's do not. The steadiest speech measured: 0.7. */
const LIVELY_DB = 0.3;

/**
 * Whether what stands out of a recording may be speech: long enough, in syllables, and as uneven as a voice. It tells apart
 * what else a room holds: keys that are typed on, a device that beeps.
 * @param levels of each frame, dBFS
 * @param fromDbfs what stands out
 */
export function soundsLikeSpeech(levels: readonly number[], fromDbfs: number, frameSeconds: number): boolean {
  const runs = loudRuns(levels, fromDbfs);
  const syllables = runs.filter((run) => run.length * frameSeconds >= SYLLABLE_SECONDS);
  if (runs.flat().length * frameSeconds < SPEECH_SECONDS) return false;
  if (syllables.flat().length * frameSeconds < SYLLABLES_SECONDS) return false;
  const steps = syllables.flatMap((run) => run.slice(1).map((level, at) => Math.abs(level - (run[at] ?? level))));
  const lively = steps.filter((step) => step > LIVELY_DB);
  return lively.length * 2 > steps.length;
}

function loudRuns(levels: readonly number[], fromDbfs: number): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const level of levels) {
    if (level > fromDbfs) {
      if (run.length === 0) runs.push(run);
      run.push(level);
    } else {
      run = [];
    }
  }
  return runs;
}
