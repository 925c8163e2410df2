import { linkProfiles } from '../../linkem/emulate.ts';
import { atLeast, atMost, type Bench, type Figure, largest, median, share } from '../bench.ts';
import { runProfiles } from '../link/run-profiles.ts';
import { isConfidentlyWrong, type LinkScore, type WayScore } from '../link/score.ts';

const RUNS = 3;
/** Below this a few packets take a second, and no method has enough of them sooner. */
const SLOW_MBPS = 2;

/** The whole link check over emulated links of known truth. */
export const link: Bench = {
  about: `the link check over every emulated link, ${RUNS} runs each: errors against the truth, time, data`,
  usualSeconds: 600,
  options: ['profile', 'runs'],
  async run(_root, options) {
    const circumstances = { undisturbed: true };
    const scores = await runProfiles(options, { names: Object.keys(linkProfiles()), runs: RUNS, circumstances });
    return 'holds' in scores ? [scores] : figures(scores);
  },
};

function figures(scores: readonly LinkScore[]): Figure[] {
  const measured = scores.filter(({ failure }) => failure === null);
  const ways = scores.flatMap(({ down, up }) => [down, up]);
  const intervals = measured.flatMap(({ lossIntervals }) => lossIntervals);
  const fast = measured.filter(({ truth }) => Math.min(truth.downMbps, truth.upMbps) >= SLOW_MBPS);
  const excess = (errorOf: (score: LinkScore) => number | null, allowed: (score: LinkScore) => number) =>
    largest(measured.map((score) => Math.abs(errorOf(score) ?? Number.POSITIVE_INFINITY) - allowed(score)));
  return [
    atMost('runs without a measurement', scores.length - measured.length, 'runs', 0),
    ...capacityFigures(ways),
    atMost(
      'RTT error beyond 2 ms + 2 %',
      excess(
        ({ rttErrorMs }) => rttErrorMs,
        ({ truth }) => 2 + 0.02 * truth.rttMs,
      ),
      'ms',
      0,
    ),
    atMost(
      'jitter error beyond 3 ms + 20 %',
      excess(
        ({ jitterErrorMs }) => jitterErrorMs,
        ({ truth }) => 3 + 0.2 * truth.jitterMs,
      ),
      'ms',
      0,
    ),
    atLeast(
      'loss intervals that hold the truth',
      share(intervals, ({ holds }) => holds),
      '%',
      90,
    ),
    atMost('good lines called not ready', scores.filter(({ wronglyRed }) => wronglyRed).length, 'runs', 0),
    atMost('both rates, links of 2 Mbps and more, worst', largest(fast.map(ratesSeconds)), 's', 3),
    atMost('the whole check, worst', largest(measured.map(({ seconds }) => seconds)), 's', 8),
    atMost('data, worst', largest(scores.map(({ megabytes }) => megabytes)), 'MB', 15),
  ];
}

/** Errors are of rates given without a reservation; how many those are is a figure of its own. */
function capacityFigures(ways: readonly WayScore[]): Figure[] {
  const plain = ways.filter(({ said }) => said === 'line').map(({ errorPct }) => Math.abs(errorPct ?? 0));
  return [
    atMost('capacity error, worst', largest(plain), '%', 5),
    atMost('capacity error, median', median(plain), '%', 2),
    atLeast(
      'rates given without a reservation',
      share(ways, ({ said }) => said === 'line'),
      '%',
      90,
    ),
    atMost('rates off by over 5 % that do not say so', ways.filter((way) => isConfidentlyWrong(way, 5)).length, '', 0),
  ];
}

function ratesSeconds({ down, up }: LinkScore): number {
  return down.seconds + up.seconds;
}
