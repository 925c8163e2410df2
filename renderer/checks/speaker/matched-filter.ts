import { type Complex, fft, inverseFft, padded } from './fft.ts';

/** Where a known sound fits a recording best. */
export interface Match {
  /** Normalised correlation there: 0 nothing in common … 1 the very sound, at any level. */
  readonly correlation: number;
  /** Samples from the beginning of the recording. */
  readonly offset: number;
}

/** Frequencies that count, Hz. */
export interface Band {
  readonly lowHz: number;
  readonly highHz: number;
}

/** Power (−100 dBFS) under which a stretch is silence: what is left there is rounding, and would correlate with anything. */
const SILENT_POWER = 1e-10;

/**
 * Looks for `known` (samples) in `recording` (samples, same rate), in one band only: hum and rumble outside it do not count.
 * White noise 10 dB above the sound leaves a correlation of about 0.3, with an echo 6 dB above it as well 0.13; noise or
 * speech alone stays below 0.08.
 */
export function findSound(recording: Float32Array, known: Float32Array, rateHz: number, band: Band): Match {
  const places = recording.length - known.length + 1;
  if (places <= 0) return { correlation: 0, offset: 0 };
  const size = 2 ** Math.ceil(Math.log2(recording.length));
  const heard = bandOf(padded(recording, size), rateHz, band);
  const wanted = bandOf(padded(known, size), rateHz, band);
  const overlap = correlate(heard, wanted);
  inverseFft(heard);
  inverseFft(wanted);
  const knownEnergy = energy(wanted.re, 0, wanted.re.length);
  const silence = known.length * SILENT_POWER;
  let window = energy(heard.re, 0, known.length);
  let best: Match = { correlation: 0, offset: 0 };
  for (let at = 0; at < places; at++) {
    const scale = Math.sqrt(window * knownEnergy);
    const correlation = window > silence ? Math.min(1, Math.abs(overlap[at] ?? 0) / scale) : 0;
    if (correlation > best.correlation) best = { correlation, offset: at };
    window += (heard.re[at + known.length] ?? 0) ** 2 - (heard.re[at] ?? 0) ** 2;
  }
  return best;
}

/** The spectrum of `signal` with everything outside the band taken out. Works in place. */
function bandOf(signal: Complex, rateHz: number, { lowHz, highHz }: Band): Complex {
  fft(signal);
  const size = signal.re.length;
  for (let bin = 0; bin < size; bin++) {
    const hz = (Math.min(bin, size - bin) * rateHz) / size;
    if (hz >= lowHz && hz <= highHz) continue;
    signal.re[bin] = 0;
    signal.im[bin] = 0;
  }
  return signal;
}

/** Cross-correlation from two spectra: how much of `wanted` begins at each sample of `heard`. */
function correlate(heard: Complex, wanted: Complex): Float64Array {
  const product = { re: new Float64Array(heard.re.length), im: new Float64Array(heard.re.length) };
  for (let bin = 0; bin < product.re.length; bin++) {
    const a = heard.re[bin] ?? 0;
    const b = heard.im[bin] ?? 0;
    const c = wanted.re[bin] ?? 0;
    const d = wanted.im[bin] ?? 0;
    product.re[bin] = a * c + b * d;
    product.im[bin] = b * c - a * d;
  }
  inverseFft(product);
  return product.re;
}

function energy(samples: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (samples[at] ?? 0) ** 2;
  return sum;
}
