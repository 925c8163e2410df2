import type { Sound } from '../sound.ts';
import { makeChirp } from './chirp.ts';

const RATE_HZ = 48_000;
/** From the beginning of one side's chirp to the other's, seconds. */
const SPACING_SECONDS = 0.8;

/** What the speaker check plays, for a person to hear again: left, then right. */
export function testSound(): Sound {
  const left = makeChirp('left', RATE_HZ);
  const right = makeChirp('right', RATE_HZ);
  const spacing = Math.round(SPACING_SECONDS * RATE_HZ);
  const channels = [left, right].map((chirp, turn) => {
    const samples = new Float32Array(spacing + right.length);
    samples.set(chirp, turn * spacing);
    return samples;
  });
  return { channels, sampleRateHz: RATE_HZ };
}
