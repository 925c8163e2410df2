import type { HeardChannel } from '../../../shared/checks/speaker/measurement.ts';
import { levelDbfs } from '../media/audio-levels.ts';
import { CHIRP_HIGH_HZ, CHIRP_LOW_HZ, makeChirp, type Side } from './chirp.ts';
import { findSound } from './matched-filter.ts';

/** When each side's chirp was handed to the output, samples from the beginning of the recording. */
export interface Played {
  readonly side: Side;
  readonly atSample: number;
}

/** The longest way from the output to the recording and back that is looked at: wireless speakers included. */
export const LONGEST_DELAY_SECONDS = 0.6;

const BAND = { lowHz: CHIRP_LOW_HZ * 0.8, highHz: CHIRP_HIGH_HZ * 1.1 };

/** Looks for one side's chirp in every recorded channel and answers for the one that heard it best. */
export function hear(channels: readonly Float32Array[], rateHz: number, { side, atSample }: Played): HeardChannel {
  const chirp = makeChirp(side, rateHz);
  const from = Math.max(0, Math.round(atSample));
  const to = from + chirp.length + Math.round(LONGEST_DELAY_SECONDS * rateHz);
  let best: HeardChannel = { channel: side, correlation: 0, delayMs: 0, levelDbfs: levelDbfs(new Float32Array(0)) };
  for (const samples of channels) {
    const searched = samples.subarray(from, to);
    const { correlation, offset } = findSound(searched, chirp, rateHz, BAND);
    if (correlation <= best.correlation) continue;
    const level = levelDbfs(searched.subarray(offset, offset + chirp.length));
    best = { channel: side, correlation, delayMs: (offset * 1000) / rateHz, levelDbfs: level };
  }
  return best;
}
