import type { LinkMedia } from '../../../shared/checks/link/media-measurement.ts';
import { lateFrom } from '../../../shared/checks/link/own-delays.ts';
import { mean } from './fit.ts';
import { wilsonInterval } from './wilson.ts';

type MediaWay = LinkMedia['up'];

/**
 * One direction of a constant-rate run, from the one-way delays (µs) of its packets in the order sent, NaN where lost. How
 * losses bunch together is taken from `both` directions: one alone may have lost too little to tell.
 */
export function mediaWay(delays: Float64Array, both: readonly Float64Array[] = [delays]): MediaWay {
  const came = [...delays].filter((delay) => !Number.isNaN(delay));
  const sent = delays.length;
  const lost = sent - came.length;
  const loss = sent === 0 ? 0 : lost / sent;
  const runs = lossRuns(delays);
  const trials = telling(sent, both);
  const [low, high] = sent === 0 ? [0, 1] : wilsonInterval(loss * trials, trials);
  const lateFromUs = lateFrom(came);
  const late = came.filter((delay) => delay > lateFromUs).length;
  return {
    sent,
    received: came.length,
    lossPct: 100 * loss,
    lossLowPct: 100 * low,
    lossHighPct: 100 * high,
    jitterMs: meanDifference(came) / 1000,
    latePct: came.length === 0 ? 0 : (100 * late) / came.length,
    ...(runs > 0 && { burstRatio: (lost / runs) * (1 - loss) }),
  };
}

/** Mean difference between successive values, in their unit. */
export function meanDifference(values: readonly number[]): number {
  return mean(values.slice(1).map((value, n) => Math.abs(value - (values[n] ?? value))));
}

/** Jitter by RFC 3550, section 6.4.1, of delays in the order received: as it stands after the last one. */
export function smoothedJitter(values: readonly number[]): number {
  let jitter = 0;
  values.forEach((value, n) => {
    if (n > 0) jitter += (Math.abs(value - (values[n - 1] ?? value)) - jitter) / 16;
  });
  return jitter;
}

function lossRuns(delays: Float64Array): number {
  return delays.filter((delay, n) => Number.isNaN(delay) && !(n > 0 && Number.isNaN(delays[n - 1] ?? 0))).length;
}

/**
 * Losses that come in bursts tell less than as many single ones: so many independent packets would tell as much, if losses
 * begin and end as they did here (two-state model).
 */
function telling(sent: number, both: readonly Float64Array[]): number {
  const runs = sum(both.map(lossRuns));
  const lost = sum(both.map((delays) => delays.filter(Number.isNaN).length));
  const came = sum(both.map(({ length }) => length)) - lost;
  if (runs === 0 || came === 0) return sent;
  const stays = 1 - runs / lost - runs / came;
  return stays > 0 ? (sent * (1 - stays)) / (1 + stays) : sent;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
