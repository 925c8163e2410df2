import { describe, expect, test } from 'vitest';
import { CHIRP_HIGH_HZ, CHIRP_LOW_HZ, makeChirp } from '../../../../renderer/checks/speaker/chirp.ts';
import { fft, inverseFft, padded } from '../../../../renderer/checks/speaker/fft.ts';
import { hear } from '../../../../renderer/checks/speaker/hearing.ts';
import { findSound } from '../../../../renderer/checks/speaker/matched-filter.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { noise, RATE, silence, sine } from '../support/signals.ts';

const BAND = { lowHz: CHIRP_LOW_HZ, highHz: CHIRP_HIGH_HZ };
const HEARD = DEFAULT_POLICY.checks.speaker.heardFromCorrelation;
const left = makeChirp('left', RATE);
const right = makeChirp('right', RATE);

test('a transform and its inverse give the signal back', () => {
  const signal = padded(noise(0.02, 0.3), 1024);
  const before = Float64Array.from(signal.re);
  fft(signal);
  inverseFft(signal);
  for (const [at, value] of before.entries()) expect(signal.re[at]).toBeCloseTo(value, 10);
});

test('a sine stands in its own bin', () => {
  const spectrum = padded(sine(1024 / RATE, (RATE / 1024) * 10, 1), 1024);
  fft(spectrum);
  const power = Array.from(spectrum.re, (re, bin) => re ** 2 + (spectrum.im[bin] ?? 0) ** 2);
  expect(power.indexOf(Math.max(...power.slice(0, 512)))).toBe(10);
});

describe('finding the chirp', () => {
  test('in a clean recording, at any level, to the sample', () => {
    const found = findSound(mixed(silence(1.5), left, 9000, 0.001), left, RATE, BAND);
    expect(found.correlation).toBeGreaterThan(0.98);
    expect(found.offset).toBe(9000);
  });

  test('under noise 10 dB louder in its own band', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const recording = mixed(noise(1.1, deviationOf(10), seed), left, 12_345, 1);
      const found = findSound(recording, left, RATE, BAND);
      expect(found.correlation).toBeGreaterThan(HEARD);
      expect(Math.abs(found.offset - 12_345)).toBeLessThanOrEqual(2);
    }
  });

  test('under a hum 40 dB louder', () => {
    const found = findSound(mixed(sine(1.1, 50, 50), left, 4800, 0.5), left, RATE, BAND);
    expect(found).toMatchObject({ offset: 4800 });
    expect(found.correlation).toBeGreaterThan(0.9);
  });

  test('not in noise alone', () => {
    for (let seed = 1; seed <= 20; seed++) {
      expect(findSound(noise(1.1, 0.1, seed), left, RATE, BAND).correlation).toBeLessThan(HEARD);
    }
  });

  test('not in silence, nor where the recording is too short', () => {
    expect(findSound(silence(1.1), left, RATE, BAND).correlation).toBe(0);
    expect(findSound(silence(0.1), left, RATE, BAND).correlation).toBe(0);
    // Silence right after something loud holds nothing but rounding errors.
    const loudThenSilent = mixed(silence(3), sine(0.5, 1000, 1), 0, 1);
    expect(findSound(loudThenSilent, left, RATE, BAND).correlation).toBeLessThan(HEARD);
  });

  test('one side is not taken for the other', () => {
    expect(findSound(mixed(silence(1.1), left, 5000, 1), right, RATE, BAND).correlation).toBeLessThan(HEARD);
    expect(findSound(mixed(silence(1.1), right, 5000, 1), left, RATE, BAND).correlation).toBeLessThan(HEARD);
  });
});

test('hearing takes the channel that heard best and tells delay and level there', () => {
  const played = { side: 'right' as const, atSample: 20_000 };
  const heard = hear([noise(2, 0.01), mixed(silence(2), right, 24_800, 0.1)], RATE, played);
  expect(heard.correlation).toBeGreaterThan(0.98);
  expect(heard.delayMs).toBeCloseTo(100, 0);
  // A sweep of amplitude 0.5, played at a tenth: 0.05 has −29 dBFS.
  expect(heard.levelDbfs).toBeCloseTo(-29, 0);
});

/** White noise whose part inside the chirp's band is `db` louder than the chirp. */
function deviationOf(db: number): number {
  const chirpPower = left.reduce((sum, sample) => sum + sample * sample, 0) / left.length;
  const inBand = (CHIRP_HIGH_HZ - CHIRP_LOW_HZ) / (RATE / 2);
  return Math.sqrt((chirpPower * 10 ** (db / 10)) / inBand);
}

function mixed(background: Float32Array, sound: Float32Array, offset: number, gain: number): Float32Array {
  const both = Float32Array.from(background);
  for (const [at, sample] of sound.entries()) both[offset + at] = (both[offset + at] ?? 0) + sample * gain;
  return both;
}
