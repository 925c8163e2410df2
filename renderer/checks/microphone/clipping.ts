const FULL_SCALE = 0.99;
/** One sample may reach full scale by itself; a cut-off wave stays there. */
const CLIPPING_RUN = 3;
const STRETCH_SECONDS = 0.1;

export interface Clipping {
  /** Runs of at least three samples in a row at full scale. */
  readonly runs: number;
  /** Stretches of 100 ms with at least one such run. */
  readonly stretches: number;
}

/** What was cut off at full scale in a recording (samples −1 … 1). */
export function findClipping(samples: Float32Array, sampleRateHz: number): Clipping {
  const stretchLength = STRETCH_SECONDS * sampleRateHz;
  const stretches = new Set<number>();
  let runs = 0;
  let length = 0;
  for (const [at, sample] of samples.entries()) {
    length = Math.abs(sample) >= FULL_SCALE ? length + 1 : 0;
    if (length !== CLIPPING_RUN) continue;
    runs++;
    stretches.add(Math.floor(at / stretchLength));
  }
  return { runs, stretches: stretches.size };
}
