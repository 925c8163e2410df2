/** What stands for digital zero, dBFS. */
export const SILENCE_DBFS = -120;

/** Largest magnitude. */
export function peak(samples: Float32Array): number {
  return samples.reduce((largest, sample) => Math.max(largest, Math.abs(sample)), 0);
}

/** Root mean square of all samples, as dBFS. */
export function levelDbfs(samples: Float32Array): number {
  if (samples.length === 0) return SILENCE_DBFS;
  return dbfsOfPower(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** Power of a full-scale square wave is 0 dBFS. */
export function dbfsOfPower(power: number): number {
  return Math.min(0, Math.max(SILENCE_DBFS, 10 * Math.log10(power)));
}
