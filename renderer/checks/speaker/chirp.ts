export type Side = 'left' | 'right';

/** Band of the chirp, Hz: what the smallest loudspeaker still plays and every microphone hears. */
export const CHIRP_LOW_HZ = 500;
export const CHIRP_HIGH_HZ = 6000;
const SECONDS = 0.5;
const FADE_SECONDS = 0.02;
const AMPLITUDE = 0.5;

/** A sweep, rising on the left and falling on the right, so that neither can be taken for the other. Samples −0.5 … 0.5. */
export function makeChirp(side: Side, sampleRateHz: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(SECONDS * sampleRateHz));
  const [from, to] = side === 'left' ? [CHIRP_LOW_HZ, CHIRP_HIGH_HZ] : [CHIRP_HIGH_HZ, CHIRP_LOW_HZ];
  for (let at = 0; at < samples.length; at++) {
    const seconds = at / sampleRateHz;
    const phase = 2 * Math.PI * (from * seconds + ((to - from) * seconds * seconds) / (2 * SECONDS));
    const edge = Math.min(seconds, SECONDS - seconds) / FADE_SECONDS;
    samples[at] = AMPLITUDE * Math.sin(phase) * Math.min(1, edge);
  }
  return samples;
}
