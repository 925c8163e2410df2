import { dbfsOfPower } from '../media/audio-levels.ts';

/** Of the mains in Viet Nam. A line found here may be a few hertz off. */
const MAINS_HZ = 50;
const HARMONICS = 6;
/** Ten periods of the mains: tells 50 Hz from 70 Hz. */
const WINDOW_SECONDS = 0.2;
/** Where a line's neighbours are asked, Hz to either side. */
const NEIGHBOUR_HZ = 20;
/** A line stands this far above both neighbours; a fan's or a voice's broad sound does not. */
const ABOVE_NEIGHBOURS_DB = 10;
/** Hum is always there and a voice is not: the quieter windows count. */
const QUIET_SHARE = 0.2;

/**
 * Mains hum in a recording (samples −1 … 1): the power of 50 Hz and its harmonics up to 300 Hz, of those that stand out
 * of their neighbours, as dBFS. Null when none does, or the recording is shorter than half a second.
 */
export function humLevel(samples: Float32Array, sampleRateHz: number): number | null {
  const length = Math.round(WINDOW_SECONDS * sampleRateHz);
  const starts = windowStarts(samples.length, length);
  if (starts.length < 4) return null;
  const shape = hann(length);
  const powerAt = (hz: number): number =>
    quantile(
      starts.map((start) => goertzelPower(samples.subarray(start, start + length), shape, hz / sampleRateHz)),
      QUIET_SHARE,
    );
  let total = 0;
  for (let harmonic = 1; harmonic <= HARMONICS; harmonic++) {
    const hz = harmonic * MAINS_HZ;
    const line = powerAt(hz);
    const around = Math.max(powerAt(hz - NEIGHBOUR_HZ), powerAt(hz + NEIGHBOUR_HZ));
    if (line > around * 10 ** (ABOVE_NEIGHBOURS_DB / 10)) total += line;
  }
  return total > 0 ? dbfsOfPower(total) : null;
}

/**
 * Power of a sine at `frequency` (cycles per sample) in one window, by Goertzel's recurrence: ½ for a full-scale sine.
 * @param shape the window's weights, as long as `samples`.
 */
export function goertzelPower(samples: Float32Array, shape: Float32Array, frequency: number): number {
  const turn = 2 * Math.cos(2 * Math.PI * frequency);
  let before = 0;
  let last = 0;
  let weight = 0;
  for (let at = 0; at < samples.length; at++) {
    const share = shape[at] ?? 0;
    const next = (samples[at] ?? 0) * share + turn * last - before;
    before = last;
    last = next;
    weight += share;
  }
  const magnitude = last * last + before * before - turn * last * before;
  return weight > 0 ? (2 * magnitude) / (weight * weight) : 0;
}

/** Windows that overlap by half. */
function windowStarts(samples: number, length: number): number[] {
  const count = Math.max(0, Math.floor((2 * samples) / length) - 1);
  return Array.from({ length: count }, (_, at) => Math.floor((at * length) / 2));
}

function hann(length: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / length));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
