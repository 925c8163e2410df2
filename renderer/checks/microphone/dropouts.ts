/** A run of exact zeros inside sound: samples from … to (exclusive). */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Shorter runs of zeros are in any quiet 16-bit recording; longer ones are a noise gate that closed in a pause. Seconds. */
const SHORTEST = 0.002;
const LONGEST = 0.2;
/** The sound just before and just after is looked at, seconds … */
const BESIDE = 0.005;
/** … and is at least this loud (mean square of −50 dBFS): a gate closes on what is quiet, lost data does not ask … */
const LOUD_POWER = 1e-5;
/** … and a gate stays closed for a while: of what is this short, room tone of −75 dBFS is enough to have been cut. */
const SHORT = 0.02;
const QUIET_POWER = 3.2e-8;

/** Samples the audio engine handles at a time. */
const QUANTUM = 128;
/** Samples beside a gap may happen to be zero too. */
const SLACK = 3;

/**
 * Finds where sound was cut out and zeros put in its place, as lost packets of a device leave it.
 * @param samples −1 … 1, from the beginning of one of the engine's quanta: gaps of whole quanta are the engine's own, when
 *   this computer was too busy to feed it, and say nothing of the device.
 */
export function findDropouts(samples: Float32Array, sampleRateHz: number): Gap[] {
  const beside = Math.round(BESIDE * sampleRateHz);
  return zeroRuns(samples).filter(({ from, to }) => {
    const seconds = (to - from) / sampleRateHz;
    if (seconds < SHORTEST || seconds > LONGEST) return false;
    if (isOfEngine(from, to)) return false;
    // At the edges of the recording nobody knows what was beside it.
    if (from < beside || to + beside > samples.length) return false;
    const least = seconds < SHORT ? QUIET_POWER : LOUD_POWER;
    return [samples.subarray(from - beside, from), samples.subarray(to, to + beside)].every(
      (sound) => powerOf(sound) > least,
    );
  });
}

function zeroRuns(samples: Float32Array): Gap[] {
  const runs: Gap[] = [];
  let from = 0;
  for (let at = 0; at <= samples.length; at++) {
    if (samples[at] === 0) continue;
    if (at > from) runs.push({ from, to: at });
    from = at + 1;
  }
  return runs;
}

function isOfEngine(from: number, to: number): boolean {
  return (QUANTUM - (from % QUANTUM)) % QUANTUM <= SLACK && to % QUANTUM <= SLACK;
}

function powerOf(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
}
