import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import { atLeast, atMost, type Bench, type Figure, median } from '../bench.ts';
import { enrolledPoint } from '../enrolled-point.ts';
import { watchTree } from '../process-tree.ts';
import { runScript } from '../run-script.ts';
import { longestChain } from './check-chain.ts';

const RUNS = 10;
const ALONE_RUNS = 1;

/** Of all the cores' time while it runs: the rest is the machine's own. */
const MOST_OF_MACHINE = 0.75;
/** The app only started and asked about its host is the measure of what this machine's seconds are worth. */
const MOST_AGAINST_HOST_ALONE = 8;

/** The whole automatic check in real Electron, from the one button to the last verdict, with Chromium's own devices. */
export const check: Bench = {
  about: `the whole automatic check in real Electron, median of ${RUNS}: each probe, the longest chain, each check alone, processor time`,
  usualSeconds: 240,
  options: ['runs'],
  async run(root, { runs: wanted }) {
    const point = await enrolledPoint(root);
    try {
      const whole: CheckRun[] = [];
      for (let run = 0; run < (wanted ?? RUNS); run++) whole.push(await checkOnce(root, point.dataDir, CHECK_IDS));
      const alone: CheckRun[] = [];
      for (const id of CHECK_IDS) {
        for (let run = 0; run < ALONE_RUNS; run++) alone.push(await checkOnce(root, point.dataDir, [id]));
      }
      return [...wallFigures(whole), ...aloneFigures(alone), ...cpuFigures(whole, alone)];
    } finally {
      await point.remove();
    }
  },
};

const document = z.object({
  durationMs: z.number(),
  checks: z.array(z.object({ id: z.enum(CHECK_IDS), verdict: z.string(), durationMs: z.number() })),
});

/** What one run of the command said; and for it, start-up and end included, seconds on the wall and of all processors. */
type CheckRun = z.infer<typeof document> & { readonly wallSeconds: number; readonly cpuSeconds: number | null };

async function checkOnce(root: string, pointDir: string, ids: readonly CheckId[]): Promise<CheckRun> {
  const devices = '--use-fake-device-for-media-stream=fps=30';
  const only = ['--only', ids.join(',')];
  const cpu = watchTree(process.pid);
  const run = await runScript(root, 'scripts/point.mjs', ['check', '--data', pointDir, ...only, '--json', devices]);
  const cpuSeconds = cpu.stop();
  return { ...document.parse(JSON.parse(run.output)), wallSeconds: run.seconds, cpuSeconds };
}

function wallFigures(runs: readonly CheckRun[]): Figure[] {
  const checks = runs.flatMap((run) => run.checks);
  const whole = secondsOf(runs.map(({ durationMs }) => durationMs));
  const durations = Object.fromEntries(
    CHECK_IDS.map((id) => [id, median(durationsOf(checks, id)) ?? Number.NaN]),
  ) as Record<CheckId, number>;
  const chain = longestChain(durations);
  return [
    atMost('the whole check', whole, 's', 12),
    ...CHECK_IDS.map((id) => atMost(`${id} in the whole check`, secondsOf(durationsOf(checks, id)), 's', 10)),
    atMost(`longest chain: ${chain.ids.join(', then ')}`, chain.ms / 1000, 's', 12),
    atMost('the whole check beyond its longest chain', (whole ?? Number.NaN) - chain.ms / 1000, 's', 0.5),
    atLeast(
      'checks that ran',
      checks.filter(({ verdict }) => verdict !== 'not-run').length,
      'checks',
      runs.length * CHECK_IDS.length,
    ),
  ];
}

function aloneFigures(runs: readonly CheckRun[]): Figure[] {
  const checks = runs.flatMap((run) => run.checks);
  return CHECK_IDS.map((id) => atMost(`${id} alone`, secondsOf(durationsOf(checks, id)), 's', 10));
}

function cpuFigures(whole: readonly CheckRun[], alone: readonly CheckRun[]): Figure[] {
  const onlyHost = alone.filter(({ checks }) => checks.every(({ id }) => id === 'host'));
  const seconds = cpuOf(whole);
  const reference = cpuOf(onlyHost);
  const wall = median(whole.map(({ wallSeconds }) => wallSeconds)) ?? Number.NaN;
  const ratio = seconds === null || reference === null ? null : seconds / reference;
  return [
    atMost('processor time of the whole check', seconds, 's', round(MOST_OF_MACHINE * wall * availableParallelism())),
    atMost('processor time of the whole check, against host alone', ratio, 'times', MOST_AGAINST_HOST_ALONE),
  ];
}

/** Null when any run could not tell. */
function cpuOf(runs: readonly CheckRun[]): number | null {
  const told = runs.map(({ cpuSeconds }) => cpuSeconds).filter((seconds) => seconds !== null);
  return told.length < runs.length ? null : median(told);
}

function durationsOf(checks: CheckRun['checks'], wanted: CheckId): number[] {
  return checks.filter(({ id }) => id === wanted).map(({ durationMs }) => durationMs);
}

function secondsOf(durationsMs: readonly number[]): number | null {
  const middle = median(durationsMs);
  return middle === null ? null : middle / 1000;
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
