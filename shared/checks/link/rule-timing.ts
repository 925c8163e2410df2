import { rounded } from '../rounded.ts';
import { audioQuality } from './audio-quality.ts';
import { above, type LinkFinding, unmeasured, type Way, warning } from './finding.ts';
import type { LinkLimits } from './limits.ts';
import type { LinkReached } from './measurement.ts';
import type { LinkProblem } from './problems.ts';

/** A full line that takes so many times as long has a queue worth a word of its own. */
const MUCH_LONGER = 2;

/** Round trip, idle and under load, jitter, and the clock. */
export function judgeTiming(measurement: LinkReached, limits: LinkLimits): readonly (LinkFinding | null)[] {
  return [
    above('rtt-high', measurement.rttMsP50, limits.rttMs, (rttMs, allowedMs) => ({ rttMs, allowedMs })),
    judgeJitter(measurement, limits),
    ...(['upload', 'download'] as const).map((direction) => judgeLoaded(direction, measurement, limits)),
    judgeClock(measurement, limits),
  ];
}

/** The worse direction, of the echoes and of the media-like run: the call may meet either. */
function judgeJitter(measurement: LinkReached, limits: LinkLimits): LinkFinding | null {
  const { jitterMs, jitterUpMs = 0, jitterDownMs = 0, media } = measurement;
  const up = Math.max(jitterUpMs, media?.up.jitterMs ?? 0);
  const down = Math.max(jitterDownMs, media?.down.jitterMs ?? 0);
  const worst = Math.max(jitterMs, up, down);
  // Where the directions are not told apart, what either receiver did may be in it.
  const ownMs = { up: media?.up.own?.jitterMs ?? 0, down: media?.down.own?.jitterMs ?? 0 };
  const ways = [
    worst > up && worst > down ? judgeWayJitter('jitter-high', worst, Math.max(ownMs.up, ownMs.down), limits) : null,
    ...(up >= down ? (['up', 'down'] as const) : (['down', 'up'] as const)).map((way) =>
      judgeWayJitter(`jitter-${way}-high`, way === 'up' ? up : down, ownMs[way], limits),
    ),
  ].filter((finding) => finding !== null);
  // The gravest, and of two as grave the worse direction.
  return (
    ways.find(({ verdict }) => verdict === 'fail') ??
    ways.find(({ verdict }) => verdict === 'unmeasured') ??
    ways[0] ??
    null
  );
}

/** Only what the receiver's own lateness cannot explain counts against the line; what it can is no clean pass either. */
function judgeWayJitter(reason: LinkProblem, jitterMs: number, ownMs: number, limits: LinkLimits): LinkFinding | null {
  const values = (jitter: number, allowedMs: number) => ({ jitterMs: jitter, allowedMs });
  const seen = above(reason, jitterMs, limits.jitterMs, values);
  if (!seen || ownMs === 0) return seen;
  const ofLine = above(reason, Math.max(0, jitterMs - ownMs), limits.jitterMs, values);
  if (ofLine) return ofLine;
  // What the point sends, the hub receives.
  if (reason === 'jitter-up-high') return unmeasured('hub-processor');
  return unmeasured('jitter-processor', { jitterMs: rounded(jitterMs), ownMs: rounded(ownMs) });
}

function judgeLoaded(
  direction: 'upload' | 'download',
  { loadedRttMs, rttMsP50 }: LinkReached,
  limits: LinkLimits,
): LinkFinding | null {
  const measured = loadedRttMs?.[direction] ?? null;
  if (measured === null || !limits.loadedRttMs) return null;
  // A long way is long under load too: that was said already, and is no queue.
  if (rttMsP50 > limits.rttMs.warnAbove && measured < MUCH_LONGER * rttMsP50) return null;
  const values = (loaded: number, allowedMs: number) => ({ loadedRttMs: loaded, rttMs: rounded(rttMsP50), allowedMs });
  return above(`${direction}-delays`, measured, limits.loadedRttMs, values);
}

/** Only the part of the offset that the measurement's own error cannot explain counts. */
function judgeClock({ clock: { offsetMs, errorMs } }: LinkReached, limits: LinkLimits): LinkFinding | null {
  const certain = Math.max(0, Math.abs(offsetMs) - errorMs) / 1000;
  return above('clock-off', certain, limits.clockOffsetSeconds, (offsetSeconds, allowedSeconds) => ({
    offsetSeconds,
    allowedSeconds,
  }));
}

/**
 * A fault only when the voice would be poor even with no more lost than is beyond doubt, as with loss itself. Where a busy
 * receiver saw so many packets late that too few are left to judge by, there is no telling.
 */
export function judgeAudio(measurement: LinkReached, { audioMos, lossPct }: LinkLimits): readonly LinkFinding[] {
  const quality = audioQuality(measurement);
  if (!quality || !audioMos) return [];
  const isPoor = (mos: number) => mos < audioMos.warnBelow || mos < audioMos.failBelow;
  return (['up', 'down'] as const satisfies readonly Way[]).flatMap((way) => {
    const { r, mos, mosAtBest, mosAsSeen, decided } = quality[way];
    const failed = mosAtBest < audioMos.failBelow;
    const neededMos = failed ? audioMos.failBelow : audioMos.warnBelow;
    const values = { mos: rounded(mos), r: rounded(r), neededMos };
    if (failed) return [{ verdict: 'fail', reason: `audio-${way}-poor`, values }];
    if (isPoor(mosAsSeen) && decided !== null && decided < (lossPct.minPackets ?? 1))
      return [unmeasured(way === 'up' ? 'hub-processor' : 'audio-processor')];
    return isPoor(mos) ? [warning(`audio-${way}-poor`, values)] : [];
  });
}
