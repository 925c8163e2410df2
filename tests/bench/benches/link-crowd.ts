import { link } from '../../../shared/checks/link/check.ts';
import { type LinkReached, linkMeasurement } from '../../../shared/checks/link/measurement.ts';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { type CrowdRun, runCrowd } from '../../linkem/crowd.ts';
import { whyNotEmulated } from '../../linkem/emulate.ts';
import { atMost, type Bench, type Figure, largest, median, missing } from '../bench.ts';

const HUB_LINE_MBPS = 200;
const ACCESS = [
  { downMbps: 20, upMbps: 10, rttMs: 16 },
  { downMbps: 50, upMbps: 20, rttMs: 10 },
  { downMbps: 8, upMbps: 4, rttMs: 26 },
];
/** Each kind of access link is measured alone this often. */
const ALONE_EACH = 3;
const POINTS = { province: 135, district: 24 };

/** A whole province tests at once. */
export const linkCrowd: Bench = {
  about: `${POINTS.province} points check their lines at once against one hub on ${HUB_LINE_MBPS} Mbps, as against each alone; --profile district: ${POINTS.district} points`,
  usualSeconds: 220,
  options: ['profile'],
  async run(_root, { profile }) {
    const points = Object.entries(POINTS).find(([name]) => name === (profile ?? 'province'))?.[1];
    if (points === undefined) return [missing(`profile ${profile}`, `one of ${Object.keys(POINTS).join(', ')}`)];
    const whyNot = whyNotEmulated();
    if (whyNot) return [missing('emulated links', whyNot)];
    const alone = ALONE_EACH * ACCESS.length;
    return figures(await runCrowd({ points, hubLineMbps: HUB_LINE_MBPS, access: ACCESS, alone }));
  },
};

function figures({ alone, together, togetherMs, down, up }: CrowdRun): Figure[] {
  const lines = together.map(reachedOf);
  const compared = together.map((outcome, index) => compare(outcome, ofKind(alone, index)));
  const waits = lines.flatMap((line) => (line?.queue ? [line.queue.waitedMs / 1000] : []));
  const longest = largest(waits) ?? 0;
  process.stderr.write(
    `queued: ${waits.length} of ${together.length} points, median wait ${(median(waits) ?? 0).toFixed(0)} s; ` +
      `the hub's line dropped ${down.queueDropPkts} packets down and ${up.queueDropPkts} up\n`,
  );
  process.stderr.write(`packets seen late, worst: ${latest(lines, 'up')} up, ${latest(lines, 'down')} down\n`);
  for (const [index, { sameVerdict }] of compared.entries())
    if (!sameVerdict)
      process.stderr.write(`point ${index + 1}: ${difference(together[index]!, ofKind(alone, index))}\n`);
  return [
    atMost('points without a measurement', lines.filter((line) => line === null).length, 'points', 0),
    atMost('verdicts other than alone', compared.filter(({ sameVerdict }) => !sameVerdict).length, 'points', 0),
    atMost('rates other than alone, worst', largest(compared.flatMap(({ ratesPct }) => ratesPct)), '%', 3),
    atMost('round trip other than alone, worst', largest(compared.flatMap(({ rttMs }) => rttMs)), 'ms', 2),
    atMost('all points together', togetherMs / 1000, 's', 240),
    atMost('longest wait for the turn', longest, 's', 240),
    atMost('one check without the wait, worst', largest(lines.map((line) => (line?.durationMs ?? 0) / 1000)), 's', 8),
  ];
}

/** So many points in one process stand in each other's way: what a receiver saw late may be its own doing. */
function latest(lines: readonly (LinkReached | null)[], way: 'up' | 'down'): string {
  const ways = lines.flatMap((line) => line?.media?.[way] ?? []);
  const worst = ways.reduce<(typeof ways)[number] | null>((a, b) => (a && a.latePct >= b.latePct ? a : b), null);
  return worst ? `${worst.latePct.toFixed(1)} % (${(worst.own?.latePct ?? 0).toFixed(1)} % undecided)` : 'none';
}

interface Comparison {
  readonly sameVerdict: boolean;
  readonly ratesPct: readonly number[];
  readonly rttMs: readonly number[];
}

/** Against the median of those alone. A rate that either of them gives with a reservation is compared as it stands. */
function compare(outcome: ProbeOutcome, alone: readonly ProbeOutcome[]): Comparison {
  const line = reachedOf(outcome);
  const lines = alone.map(reachedOf).filter((one) => one !== null);
  if (!line) return { sameVerdict: false, ratesPct: [], rttMs: [] };
  const middle = (of: (one: LinkReached) => number | undefined) => median(lines.flatMap((one) => of(one) ?? []));
  const off = (of: (one: LinkReached) => number | undefined) =>
    100 * Math.abs((of(line) ?? Number.NaN) / (middle(of) ?? Number.NaN) - 1);
  return {
    sameVerdict: alone.some((one) => verdictOf(one) === verdictOf(outcome)),
    ratesPct: [off(({ download }) => download?.mbps), off(({ upload }) => upload?.mbps)],
    rttMs: [Math.abs(line.rttMsP50 - (middle(({ rttMsP50 }) => rttMsP50) ?? Number.NaN))],
  };
}

function ofKind(alone: readonly ProbeOutcome[], point: number): readonly ProbeOutcome[] {
  return alone.filter((_, index) => index % ACCESS.length === point % ACCESS.length);
}

/** For who reads on: what it came to, and what those alone did. */
function difference(outcome: ProbeOutcome, alone: readonly ProbeOutcome[]): string {
  const told = (one: ProbeOutcome) => {
    const { verdict, reason, values } = link.judge(one, DEFAULT_POLICY.checks.link);
    return `${verdict}, ${reason} ${JSON.stringify(values)}`;
  };
  return `${told(outcome)}; alone: ${alone.map(told).join('; ')}`;
}

function verdictOf(outcome: ProbeOutcome): string {
  return link.judge(outcome, DEFAULT_POLICY.checks.link).verdict;
}

function reachedOf(outcome: ProbeOutcome): LinkReached | null {
  if (outcome.kind === 'failed') return null;
  const line = linkMeasurement.parse(outcome.measurement);
  return line.reached ? line : null;
}
