import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { atLeast, atMost, type Bench, type Figure, largest, share } from '../bench.ts';
import { runProfiles } from '../link/run-profiles.ts';
import { isConfidentlyWrong, type LinkScore } from '../link/score.ts';

const NAMES = ['a-4-2', 'c-50-20', 'e-100-100', 'f-200-50', 'k-80-30-loss', 'n-150-150', 't-jitter-30'];
const RUNS = 2;
/** Should this process be killed, what keeps the cores busy ends by itself. */
const SPIN_MOST_MS = 600_000;

/** The link check while every core has something else to do: it may say less then, but nothing wrong. */
export const linkBusy: Bench = {
  about: `the link check over ${NAMES.length} emulated links with every core kept busy, ${RUNS} runs each: no confident wrong number`,
  usualSeconds: 120,
  options: ['profile', 'runs'],
  async run(_root, options) {
    const spinners = Array.from({ length: availableParallelism() }, () =>
      spawn(process.execPath, ['-e', `const end = Date.now() + ${SPIN_MOST_MS}; while (Date.now() < end);`]),
    );
    try {
      const scores = await runProfiles(options, { names: NAMES, runs: RUNS, circumstances: { undisturbed: false } });
      return 'holds' in scores ? [scores] : figures(scores);
    } finally {
      for (const spinner of spinners) spinner.kill('SIGKILL');
    }
  },
};

function figures(scores: readonly LinkScore[]): Figure[] {
  const ways = scores.flatMap(({ down, up }) => [down, up]);
  const plain = ways.filter(({ said }) => said === 'line').map(({ errorPct }) => Math.abs(errorPct ?? 0));
  const intervals = scores.flatMap(({ lossIntervals }) => lossIntervals);
  const hedged = ways.filter(({ said }) => said !== 'line').length;
  process.stderr.write(`${hedged} of ${ways.length} rates were given with a reservation\n`);
  return [
    atMost('runs without a measurement', scores.filter(({ failure }) => failure !== null).length, 'runs', 0),
    atMost(
      'rates off by over 10 % that do not say so',
      ways.filter((way) => isConfidentlyWrong(way, 10)).length,
      '',
      0,
    ),
    atMost('capacity error without a reservation, worst', largest([0, ...plain]), '%', 10),
    atLeast(
      'loss intervals that hold the truth',
      share(intervals, ({ holds }) => holds),
      '%',
      90,
    ),
    atMost('good lines called not ready', scores.filter(({ wronglyRed }) => wronglyRed).length, 'runs', 0),
    atMost('the whole check, worst', largest(scores.map(({ seconds }) => seconds)), 's', 8),
    atMost('data, worst', largest(scores.map(({ megabytes }) => megabytes)), 'MB', 15),
  ];
}
