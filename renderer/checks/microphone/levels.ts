import type { MicrophoneChannel } from '../../../shared/checks/microphone/measurement.ts';
import { dbfsOfPower, peak, SILENCE_DBFS } from '../media/audio-levels.ts';
import { findClipping } from './clipping.ts';
import { findDropouts, type Gap } from './dropouts.ts';
import { humLevel } from './hum.ts';
import { soundsLikeSpeech } from './voice-activity.ts';

const FRAME_SECONDS = 0.02;
/** Speech stands this far above the floor … */
const SPEECH_ABOVE_FLOOR_DB = 9;
/** … and above what nobody in a meeting would follow, dBFS. */
const SPEECH_AT_LEAST_DBFS = -55;

const NOTHING_HEARD: MicrophoneChannel = {
  digitalZero: true,
  floorDbfs: SILENCE_DBFS,
  speechDbfs: null,
  peakDbfs: SILENCE_DBFS,
  clippingRunsPerSecond: 0,
  clippedStretches: 0,
  humDbfs: null,
  dropoutsPerSecond: 0,
  dcOffset: 0,
};

/**
 * Levels of one recorded channel (samples −1 … 1). The zeros a device sends before it starts do not count.
 * The floor is the quietest tenth of 20 ms frames; speech is the mean power of the frames that stand out of it, without
 * the noise that is in them too.
 */
export function analyseChannel(samples: Float32Array, sampleRateHz: number): MicrophoneChannel {
  const first = samples.findIndex((sample) => sample !== 0);
  if (first < 0) return NOTHING_HEARD;
  const heard = samples.subarray(first);
  const seconds = heard.length / sampleRateHz;
  // Of the whole recording: where a gap begins is counted from there.
  const dropouts = findDropouts(samples, sampleRateHz).map(({ from, to }) => ({ from: from - first, to: to - first }));
  const dcOffset = heard.reduce((sum, sample) => sum + sample, 0) / heard.length;
  const powers = framePowers(heard, dcOffset, Math.round(FRAME_SECONDS * sampleRateHz), dropouts);
  const floorDbfs = dbfsOfPower(quantile(powers, 0.1));
  const clipping = findClipping(heard, sampleRateHz);
  return {
    digitalZero: false,
    floorDbfs,
    speechDbfs: speechLevel(powers, floorDbfs),
    peakDbfs: dbfsOfPower(peak(heard) ** 2),
    clippingRunsPerSecond: clipping.runs / seconds,
    clippedStretches: clipping.stretches,
    humDbfs: humLevel(heard, sampleRateHz),
    dropoutsPerSecond: dropouts.length / seconds,
    dcOffset,
  };
}

/** Mean square of each whole frame, without the direct current. Frames with a dropout are neither pause nor speech. */
function framePowers(samples: Float32Array, offset: number, length: number, dropouts: readonly Gap[]): number[] {
  const powers: number[] = [];
  for (let start = 0; start + length <= samples.length; start += length) {
    if (dropouts.some(({ from, to }) => from < start + length && to > start)) continue;
    let sum = 0;
    for (let at = start; at < start + length; at++) sum += ((samples[at] ?? 0) - offset) ** 2;
    powers.push(sum / length);
  }
  return powers;
}

function speechLevel(powers: readonly number[], floorDbfs: number): number | null {
  const fromDbfs = Math.max(floorDbfs + SPEECH_ABOVE_FLOOR_DB, SPEECH_AT_LEAST_DBFS);
  if (!soundsLikeSpeech(powers.map(dbfsOfPower), fromDbfs, FRAME_SECONDS)) return null;
  const loud = powers.filter((power) => dbfsOfPower(power) > fromDbfs);
  const noise = 10 ** (floorDbfs / 10);
  return dbfsOfPower(loud.reduce((sum, power) => sum + power, 0) / loud.length - noise);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
