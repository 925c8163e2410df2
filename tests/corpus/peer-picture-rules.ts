import type { CameraProblem } from '../../shared/checks/camera/rule.ts';

/** A fault another tool looks for, and its published rule. */
export interface PeerPictureRule {
  readonly peer: string;
  /** Which of our labels mean that fault: it is not blamed for a blurred picture. */
  readonly looksFor: readonly (CameraProblem | 'ok')[];
  /** Judges RGBA frames in their order. */
  readonly finds: (frames: readonly Uint8Array[]) => boolean;
}

/**
 * Re-implementations of published rules, for comparison on the same corpus.
 * - testrtc (`videoframechecker.js`, `ssim.js`, `camresolutionstest.js`): black or frozen when over a third of the frames are.
 * - livekit (`connectionHelper/checks/publishVideo.ts`): black when every pixel of one frame, after 1 s, is exactly 0.
 */
export const PEER_RULES: readonly PeerPictureRule[] = [
  {
    peer: 'testrtc’s rule for black, re-implemented',
    looksFor: ['black', 'covered'],
    finds: (frames) => frames.filter(isBlackToTestrtc).length > frames.length / 3,
  },
  {
    peer: 'testrtc’s rule for frozen, re-implemented',
    looksFor: ['frozen'],
    finds: (frames) =>
      frames.filter((frame, at) => isFrozenToTestrtc(frames[at - 1], frame)).length > frames.length / 3,
  },
  {
    peer: 'livekit’s rule for black, re-implemented',
    looksFor: ['black', 'covered'],
    finds: (frames) =>
      frames[Math.min(10, frames.length - 1)]?.every((value, at) => at % 4 === 3 || value === 0) ?? false,
  },
];

/** The sum is compared with the threshold after each pixel, so a bright first pixel ends it; the very first is skipped. */
function isBlackToTestrtc(frame: Uint8Array): boolean {
  let sum = 0;
  for (let at = 4; at < frame.length; at += 4) {
    sum += 0.21 * (frame[at] ?? 0) + 0.72 * (frame[at + 1] ?? 0) + 0.07 * (frame[at + 2] ?? 0);
    if (sum > (20 * at) / 4) return false;
  }
  return true;
}

function isFrozenToTestrtc(before: Uint8Array | undefined, frame: Uint8Array): boolean {
  return before !== undefined && testrtcSsim(before, frame) > 0.985;
}

/** One SSIM index over all bytes, alpha included. */
function testrtcSsim(one: Uint8Array, other: Uint8Array): number {
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  const [a, b] = [testrtcStatistics(one), testrtcStatistics(other)];
  let covariance = 0;
  for (let at = 0; at < one.length; at++) covariance += ((one[at] ?? 0) - a.mean) * ((other[at] ?? 0) - b.mean);
  covariance /= one.length;
  const deviations = Math.sqrt(a.variance * b.variance);
  const luminance = (2 * a.mean * b.mean + c1) / (a.mean ** 2 + b.mean ** 2 + c1);
  const structure = (covariance + c2 / 2) / (deviations + c2 / 2);
  const contrast = (2 * deviations + c2) / (a.variance + b.variance + c2);
  return luminance * structure * contrast;
}

/** The sum for the mean is not reset, so the variance comes out too large by twice the mean: as published. */
function testrtcStatistics(values: Uint8Array): { readonly mean: number; readonly variance: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / (values.length - 1);
  for (let at = 1; at < values.length; at++) sum += (values[at] ?? 0) + ((values[at - 1] ?? 0) - mean) ** 2;
  return { mean, variance: sum / values.length };
}
