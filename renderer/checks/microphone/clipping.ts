const FULL_SCALE = 0.99;
/** One sample may reach full scale by itself; a cut-off wave stays there. */
const CLIPPING_RUN = 3;
const STRETCH_SECONDS = 0.1;

/** Quieter peaks (−30 dBFS) are not what anything was cut off at. */
const LOUD_PEAK = 0.03;
/** A wave cut off before it was turned down is flat at its own peak, within this share … */
const FLAT = 0.0005;
/** … and steep beside it: two samples away it is lower by this share. The crest of a slow wave is flat but not steep. */
const STEEP = 0.02;

export interface Clipping {
  /** Runs of at least three samples in a row at full scale, or cut off flat at the recording's own peak. */
  readonly runs: number;
  /** Stretches of 100 ms with at least one such run. */
  readonly stretches: number;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** What was cut off in a recording (samples −1 … 1): by the converter, or by an amplifier whose sound was turned down later. */
export function findClipping(samples: Float32Array, sampleRateHz: number): Clipping {
  const runs = cutOff(samples);
  const stretchLength = STRETCH_SECONDS * sampleRateHz;
  const stretches = new Set(runs.map(({ from }) => Math.floor((from + CLIPPING_RUN - 1) / stretchLength)));
  return { runs: runs.length, stretches: stretches.size };
}

function cutOff(samples: Float32Array): Run[] {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  if (peak >= FULL_SCALE) return runsFrom(samples, FULL_SCALE);
  if (peak < LOUD_PEAK) return [];
  const isBelow = (at: number) => Math.abs(samples[at] ?? 0) < peak * (1 - STEEP);
  return runsFrom(samples, peak * (1 - FLAT)).filter(({ from, to }) => isBelow(from - 2) && isBelow(to + 1));
}

/** Runs of samples at `level` or beyond that are long enough; `to` is the first one after. */
function runsFrom(samples: Float32Array, level: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let at = 0; at <= samples.length; at++) {
    if (Math.abs(samples[at] ?? 0) >= level) continue;
    if (at - from >= CLIPPING_RUN) runs.push({ from, to: at });
    from = at + 1;
  }
  return runs;
}
