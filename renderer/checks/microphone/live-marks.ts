/** Where background and speech lie, dBFS; null where that cannot be told yet. */
export interface LevelMarks {
  readonly floorDbfs: number | null;
  readonly speechDbfs: number | null;
}

/** Half a second of levels: fewer tell nothing of a room. */
const ENOUGH = 12;
/** As the measurement itself tells speech from the floor. */
const SPEECH_ABOVE_FLOOR_DB = 9;
const SPEECH_LEVELS = 7;

/** Marks for the meter while it runs, from the levels so far. For the eye only: what is judged is measured on the samples. */
export function liveMarks(levels: readonly number[]): LevelMarks {
  if (levels.length < ENOUGH) return { floorDbfs: null, speechDbfs: null };
  const sorted = [...levels].sort((a, b) => a - b);
  const floorDbfs = sorted[Math.floor(sorted.length / 10)] ?? null;
  if (floorDbfs === null) return { floorDbfs, speechDbfs: null };
  const loud = sorted.filter((level) => level > floorDbfs + SPEECH_ABOVE_FLOOR_DB);
  if (loud.length < SPEECH_LEVELS) return { floorDbfs, speechDbfs: null };
  const power = loud.reduce((sum, level) => sum + 10 ** (level / 10), 0) / loud.length;
  return { floorDbfs, speechDbfs: 10 * Math.log10(power) };
}
