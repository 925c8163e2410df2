import { describe, expect, test } from 'vitest';
import { CHIRP_HIGH_HZ, CHIRP_LOW_HZ, makeChirp } from '../../../../renderer/checks/speaker/chirp.ts';
import { fft, inverseFft, padded } from '../../../../renderer/checks/speaker/fft.ts';
import { hear } from '../../../../renderer/checks/speaker/hearing.ts';
import { findSound } from '../../../../renderer/checks/speaker/matched-filter.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { makeVoice } from '../../../corpus/voice.ts';
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

describe('a room with echo', () => {
  /** Reverberation time, seconds, and how far the echo is above the sound itself, dB: an office, a hall, a bare hall. */
  const ROOMS = [
    { seconds: 0.3, echoAboveDb: -3 },
    { seconds: 0.6, echoAboveDb: 0 },
    { seconds: 0.8, echoAboveDb: 6 },
    { seconds: 1.5, echoAboveDb: 12 },
  ] as const;

  test.each(ROOMS)('of $seconds s, the echo $echoAboveDb dB above the direct sound: heard', (room) => {
    for (let seed = 1; seed <= 5; seed++) {
      const recording = mixed(silence(2), echoing(left, room, seed), 9000, 0.1);
      const found = findSound(recording.subarray(0, 1.1 * RATE), left, RATE, BAND);
      expect(found.correlation).toBeGreaterThan(HEARD);
      expect(found.offset).toBeGreaterThanOrEqual(9000 - 2);
      expect(found.offset).toBeLessThan(9000 + 0.05 * RATE);
    }
  });

  test.each(ROOMS.slice(0, 3))('of $seconds s under noise 10 dB louder than the chirp: heard', (room) => {
    for (let seed = 1; seed <= 5; seed++) {
      const recording = mixed(noise(2, deviationOf(10) * loudnessOf(room), seed), echoing(left, room, seed), 9000, 1);
      const found = findSound(recording.subarray(0, 1.1 * RATE), left, RATE, BAND);
      expect(found.correlation).toBeGreaterThan(HEARD);
    }
  });

  test.each(ROOMS)('of $seconds s: one side is not taken for the other', (room) => {
    for (let seed = 1; seed <= 5; seed++) {
      const recording = mixed(silence(2), echoing(left, room, seed), 9000, 0.1);
      expect(findSound(recording.subarray(0, 1.1 * RATE), right, RATE, BAND).correlation).toBeLessThan(HEARD);
    }
  });
});

test('a loudspeaker that distorts, and one that is hardly audible, are heard', () => {
  const flattened = left.map((sample) => Math.max(-0.03, Math.min(0.03, sample)));
  expect(findSound(mixed(silence(1.1), flattened, 5000, 1), left, RATE, BAND).correlation).toBeGreaterThan(0.9);
  // −75 dBFS, in a recording of 16 bits.
  const faint = mixed(silence(1.1), left, 5000, 0.0005).map((sample) => Math.round(sample * 32_768) / 32_768);
  expect(findSound(faint, left, RATE, BAND).correlation).toBeGreaterThan(0.9);
});

test('somebody who speaks meanwhile is not taken for the chirp', { timeout: 60_000 }, async () => {
  const voice = await makeVoice();
  for (let from = 1; from < 30; from += 1.37) {
    for (const spoken of [voice.near, voice.far]) {
      const searched = spoken.subarray(Math.round(from * RATE), Math.round((from + 1.1) * RATE));
      expect(findSound(searched, left, RATE, BAND).correlation).toBeLessThan(HEARD);
      expect(findSound(searched, right, RATE, BAND).correlation).toBeLessThan(HEARD);
    }
  }
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

interface Room {
  readonly seconds: number;
  readonly echoAboveDb: number;
}

/** How much louder a room makes a sound, as amplitude. */
function loudnessOf({ echoAboveDb }: Room): number {
  return Math.sqrt(1 + 10 ** (echoAboveDb / 10));
}

/** A sound as it arrives in a room: itself, then an echo that dies away by 60 dB in the reverberation time. */
function echoing(sound: Float32Array, room: Room, seed: number): Float32Array {
  const { seconds, echoAboveDb } = room;
  const tail = noise(seconds, 1, seed + 100).map((sample, at) => sample * 10 ** ((-3 * at) / (seconds * RATE)));
  const energy = tail.reduce((sum, sample) => sum + sample * sample, 0);
  const impulse = tail.map((sample) => sample * Math.sqrt(10 ** (echoAboveDb / 10) / energy));
  impulse[0] = 1;
  return convolved(sound, impulse);
}

function convolved(one: Float32Array, other: Float32Array): Float32Array {
  const size = 2 ** Math.ceil(Math.log2(one.length + other.length));
  const [a, b] = [padded(one, size), padded(other, size)];
  fft(a);
  fft(b);
  for (let bin = 0; bin < size; bin++) {
    const [ar = 0, ai = 0, br = 0, bi = 0] = [a.re[bin], a.im[bin], b.re[bin], b.im[bin]];
    a.re[bin] = ar * br - ai * bi;
    a.im[bin] = ar * bi + ai * br;
  }
  inverseFft(a);
  return Float32Array.from(a.re.subarray(0, one.length + other.length));
}
