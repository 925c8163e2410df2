import { link } from '../../../shared/checks/link/check.ts';
import { type LinkReached, type LinkThroughput, linkMeasurement } from '../../../shared/checks/link/measurement.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import type { LinkProfile, LinkRun } from '../../linkem/emulate.ts';
import { type LinkTruth, linkTruth } from '../../linkem/truth.ts';

/** TCP payload of a full packet; for measurements that do not give the IP rate themselves. */
const TCP_GOODPUT = 1448 / 1500;

/** One direction against the truth. */
export interface WayScore {
  /** IP layer; null: no capacity was given. */
  readonly mbps: number | null;
  /** Signed, of the truth. */
  readonly errorPct: number | null;
  /** `line` without a reservation; `unstable`, `cap` and `processor` are said by the measurement. */
  readonly said: 'line' | 'unstable' | 'cap' | 'processor' | 'nothing';
  readonly seconds: number;
}

/** A 95 % interval of loss that was given, percent. */
export interface LossScore {
  readonly of: 'round trip' | 'media up' | 'media down';
  readonly low: number;
  readonly high: number;
  readonly truth: number;
  readonly holds: boolean;
}

/** One run of the link check against the truth of its profile. */
export interface LinkScore {
  readonly profile: string;
  readonly truth: LinkTruth;
  /** Why there is nothing to score; null otherwise. */
  readonly failure: string | null;
  readonly down: WayScore;
  readonly up: WayScore;
  /** Measured minus truth, milliseconds. */
  readonly rttErrorMs: number | null;
  readonly jitterErrorMs: number | null;
  readonly lossIntervals: readonly LossScore[];
  /** The rule called the point not ready, by the default policy, over a line that is good enough in truth. */
  readonly wronglyRed: boolean;
  readonly seconds: number;
  /** IP bytes offered to the link, both ways. */
  readonly megabytes: number;
}

const NO_WAY: WayScore = { mbps: null, errorPct: null, said: 'nothing', seconds: 0 };

export function scoreRun(name: string, profile: LinkProfile, run: LinkRun): LinkScore {
  const truth = linkTruth(profile);
  const megabytes = (run.down.inBytes + run.up.inBytes) / 1e6;
  const line = reachedOf(run);
  if (typeof line === 'string') {
    const nothing = {
      down: NO_WAY,
      up: NO_WAY,
      rttErrorMs: null,
      jitterErrorMs: null,
      lossIntervals: [],
      wronglyRed: false,
    };
    return { profile: name, truth, failure: line, ...nothing, seconds: run.wallMs / 1000, megabytes };
  }
  return {
    profile: name,
    truth,
    failure: line.interruptedDuring && `interrupted during ${line.interruptedDuring}`,
    down: scoreWay(line.download, truth.downMbps),
    up: scoreWay(line.upload, truth.upMbps),
    rttErrorMs: line.rttMsP50 - truth.rttMs,
    jitterErrorMs: line.jitterMs - truth.jitterMs,
    lossIntervals: lossIntervals(line, truth),
    wronglyRed: isGoodEnough(truth) && link.judge(run.outcome, DEFAULT_POLICY.checks.link).verdict === 'fail',
    seconds: line.durationMs / 1000,
    megabytes,
  };
}

function reachedOf({ outcome }: LinkRun): LinkReached | string {
  if (outcome.kind === 'failed') return outcome.failure;
  const line = linkMeasurement.parse(outcome.measurement);
  return line.reached ? line : `${line.step}: ${line.cause}`;
}

function scoreWay(measured: LinkThroughput | null, truthMbps: number): WayScore {
  if (!measured) return NO_WAY;
  const mbps = measured.ipMbps ?? measured.mbps / TCP_GOODPUT;
  const said = measured.limitedBy === 'line' && measured.stable === false ? 'unstable' : measured.limitedBy;
  return { mbps, errorPct: 100 * (mbps / truthMbps - 1), said, seconds: measured.durationMs / 1000 };
}

/** By the default policy with room to spare: nobody measuring it right would fail it. */
function isGoodEnough({ downMbps, upMbps, rttMs, jitterMs, lossDownPct, lossUpPct }: LinkTruth): boolean {
  const { downloadMbps, uploadMbps, rttMs: rtt, jitterMs: jitter, lossPct } = DEFAULT_POLICY.checks.link;
  return (
    downMbps > 1.2 * downloadMbps.warnBelow &&
    upMbps > 1.2 * uploadMbps.warnBelow &&
    rttMs < rtt.warnAbove &&
    jitterMs < jitter.warnAbove &&
    Math.max(lossDownPct, lossUpPct) <= lossPct.warnAbove
  );
}

/** A media run that the line cannot carry fills its queue: what it loses then is not the random loss alone. */
function lossIntervals({ udp, media }: LinkReached, truth: LinkTruth): LossScore[] {
  const carried = (mbps: number) => media && media.bitrateMbps * 1.1 < mbps;
  return [
    ...(udp ? [scoreLoss('round trip', udp, truth.lossRoundTripPct)] : []),
    ...(media && carried(truth.upMbps) ? [scoreLoss('media up', media.up, truth.lossUpPct)] : []),
    ...(media && carried(truth.downMbps) ? [scoreLoss('media down', media.down, truth.lossDownPct)] : []),
  ];
}

function scoreLoss(
  of: LossScore['of'],
  { lossLowPct: low, lossHighPct: high }: { readonly lossLowPct: number; readonly lossHighPct: number },
  truth: number,
): LossScore {
  // What holds 0 exactly is computed, and may be off by a rounding.
  return { of, low, high, truth, holds: low <= truth + 1e-9 && truth <= high };
}

/**
 * A capacity off by more than `most` percent that the measurement gave without a reservation; or a lower bound (`cap`,
 * `processor`) above what the line can carry by as much.
 */
export function isConfidentlyWrong({ errorPct, said }: WayScore, most: number): boolean {
  if (errorPct === null) return false;
  return said === 'line' ? Math.abs(errorPct) > most : errorPct > most && said !== 'unstable';
}
