import type { MicrophoneChannel } from '../../../shared/checks/microphone/measurement.ts';
import { dbfsOfPower, peak, SILENCE_DBFS } from '../media/audio-levels.ts';

const FRAME_SECONDS = 0.02;
/** Speech stands this far above the floor … */
const SPEECH_ABOVE_FLOOR_DB = 9;
/** … and above what nobody in a meeting would follow, dBFS … */
const SPEECH_AT_LEAST_DBFS = -55;
/** … and there is this much of it in all: a cough or a door is shorter. */
const SPEECH_SECONDS = 0.3;
const FULL_SCALE = 0.99;
const CLIPPING_RUN = 3;

/**
 * Levels of one recorded channel (samples −1 … 1). The zeros a device sends before it starts do not count.
 * The floor is the quietest tenth of 20 ms frames; speech is the mean power of the frames that stand out of it.
 */
export function analyseChannel(samples: Float32Array, sampleRateHz: number): MicrophoneChannel {
  const first = samples.findIndex((sample) => sample !== 0);
  if (first < 0) {
    const nothing = { floorDbfs: SILENCE_DBFS, speechDbfs: null, peakDbfs: SILENCE_DBFS, clippingRunsPerSecond: 0 };
    return { digitalZero: true, ...nothing };
  }
  const heard = samples.subarray(first);
  const powers = framePowers(heard, Math.round(FRAME_SECONDS * sampleRateHz));
  const floorDbfs = dbfsOfPower(quantile(powers, 0.1));
  return {
    digitalZero: false,
    floorDbfs,
    speechDbfs: speechLevel(powers, floorDbfs),
    peakDbfs: dbfsOfPower(peak(heard) ** 2),
    clippingRunsPerSecond: (clippingRuns(heard) * sampleRateHz) / heard.length,
  };
}

/** Mean square of each whole frame, without the recording's direct current. */
function framePowers(samples: Float32Array, length: number): number[] {
  const offset = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const powers: number[] = [];
  for (let start = 0; start + length <= samples.length; start += length) {
    let sum = 0;
    for (let at = start; at < start + length; at++) sum += ((samples[at] ?? 0) - offset) ** 2;
    powers.push(sum / length);
  }
  return powers;
}

function speechLevel(powers: readonly number[], floorDbfs: number): number | null {
  const fromDbfs = Math.max(floorDbfs + SPEECH_ABOVE_FLOOR_DB, SPEECH_AT_LEAST_DBFS);
  const loud = powers.filter((power) => dbfsOfPower(power) > fromDbfs);
  if (loud.length * FRAME_SECONDS < SPEECH_SECONDS) return null;
  return dbfsOfPower(loud.reduce((sum, power) => sum + power, 0) / loud.length);
}

/** Runs of at least three samples in a row at full scale. */
export function clippingRuns(samples: Float32Array): number {
  let runs = 0;
  let length = 0;
  for (const sample of samples) {
    length = Math.abs(sample) >= FULL_SCALE ? length + 1 : 0;
    if (length === CLIPPING_RUN) runs++;
  }
  return runs;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
