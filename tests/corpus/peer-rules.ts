import type { MicrophoneProblem } from '../../shared/checks/microphone/rule.ts';
import type { Signal } from './signal.ts';

/** What a peer's rule would tell its user: `pass`, `warn` (something to mend) or `fail`. */
export type PeerVerdict = 'pass' | 'warn' | 'fail';
export type PeerRule = (channels: readonly Signal[]) => PeerVerdict;

const SECONDS = 2;
const RATE = 48_000;
/** What Chrome chooses for a script processor whose size is left to it. */
const BUFFER = 2048;
const ONE_BIT = 1 / 32_767;
const LOW_DBFS = -60;
const CLIP_COUNT = 6;

/**
 * webrtc/testrtc `mictest.js`, rewritten from its published rules: not its code. Two seconds; a channel counts when it
 * exceeds one bit; below −60 dBFS in its loudest buffer is too low; from the first full-scale sample on every sample of the
 * channel counts as clipped, because the running peak is compared.
 */
export const testrtcRule: PeerRule = (channels) => {
  const heard = channels.map((signal) => signal.subarray(0, SECONDS * RATE)).filter((signal) => peak(signal) > ONE_BIT);
  if (heard.length === 0) return 'fail';
  if (heard.some((signal) => loudestBufferDbfs(signal) < LOW_DBFS)) return 'fail';
  return heard.some((signal) => samplesSinceFullScale(signal) > CLIP_COUNT) ? 'warn' : 'pass';
};

/**
 * livekit/client-sdk-js `detectSilence`, rewritten from its published rule: not its code. One look at 2048 samples, as
 * bytes, after a second: anything but the middle value is sound.
 */
export const livekitRule: PeerRule = (channels) => {
  const look = channels.map((signal) => signal.subarray(RATE, RATE + 2048));
  const mono = (look[0] ?? new Float32Array(0)).map(
    (_, at) => look.reduce((sum, signal) => sum + (signal[at] ?? 0), 0) / look.length,
  );
  const bytes = Array.from(mono, (sample) => Math.max(0, Math.min(255, Math.floor(128 * (1 + sample)))));
  return bytes.some((byte) => byte !== 128 && byte !== 0) ? 'pass' : 'fail';
};

type Label = MicrophoneProblem | 'ok';
const NOTHING_SAID: readonly Label[] = ['silent', 'no-speech'];

/** A peer, its rule, and what it would have to say of a label, by what it looks for: hum is none of its business. */
export interface PeerSoundRule {
  readonly peer: string;
  readonly rule: PeerRule;
  readonly wanted: (label: Label) => PeerVerdict;
}

export const PEER_SOUND_RULES: readonly PeerSoundRule[] = [
  {
    peer: 'testrtc’s rules for silence and clipping, re-implemented',
    rule: testrtcRule,
    wanted: (label) => {
      if (label === 'clipping') return 'warn';
      return label === 'weak' || NOTHING_SAID.includes(label) ? 'fail' : 'pass';
    },
  },
  {
    peer: 'livekit’s rule for silence, re-implemented',
    rule: livekitRule,
    wanted: (label) => (NOTHING_SAID.includes(label) ? 'fail' : 'pass'),
  },
];

function peak(signal: Signal): number {
  return signal.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

function loudestBufferDbfs(signal: Signal): number {
  let most = 0;
  for (let start = 0; start < signal.length; start += BUFFER) {
    const buffer = signal.subarray(start, start + BUFFER);
    most = Math.max(most, buffer.reduce((sum, sample) => sum + sample * sample, 0) / buffer.length);
  }
  return 10 * Math.log10(most);
}

function samplesSinceFullScale(signal: Signal): number {
  const first = signal.findIndex((sample) => Math.abs(sample) >= ONE_BIT * 32_767);
  return first < 0 ? 0 : signal.length - first;
}
