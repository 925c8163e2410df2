import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { startHub } from '../../../electron/province/server.ts';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import { atLeast, atMost, type Bench, type Figure } from '../bench.ts';
import { runScript } from '../run-script.ts';

const RUNS = 5;

/** The whole automatic check in real Electron, from the one button to the last verdict, with Chromium's own devices. */
export const check: Bench = {
  about: `the whole automatic check in real Electron, median of ${RUNS}, and how much of it each probe takes`,
  usualSeconds: 90,
  async run(root) {
    const folder = await mkdtemp(join(tmpdir(), 'diem-cau-bench-'));
    const provinceDir = join(folder, 'province');
    const hub = await startHub({
      dataDir: provinceDir,
      host: '127.0.0.1',
      port: 0,
      consoleDir: null,
      log: pino({ enabled: false }),
    });
    try {
      const pointDir = await enrolledPoint(root, folder, provinceDir);
      const runs: CheckRun[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await checkOnce(root, pointDir));
      return figures(runs);
    } finally {
      await hub.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const document = z.object({
  durationMs: z.number(),
  checks: z.array(z.object({ id: z.enum(CHECK_IDS), verdict: z.string(), durationMs: z.number() })),
});
type CheckRun = z.infer<typeof document>;

async function enrolledPoint(root: string, folder: string, provinceDir: string): Promise<string> {
  const points = join(folder, 'points.csv');
  const pointDir = join(folder, 'point');
  await writeFile(points, 'code,name,kind\n1,Phường mẫu,ward\n');
  await runScript(root, 'scripts/province.mjs', ['import-points', points, '--data', provinceDir]);
  const { output } = await runScript(root, 'scripts/province.mjs', [
    'enrol',
    '--point',
    '1',
    '--data',
    provinceDir,
    '--json',
  ]);
  const { code } = z.object({ code: z.string() }).parse(JSON.parse(output));
  await runScript(root, 'scripts/point.mjs', ['enrol', code, '--data', pointDir]);
  return pointDir;
}

async function checkOnce(root: string, pointDir: string): Promise<CheckRun> {
  const devices = '--use-fake-device-for-media-stream=fps=30';
  const { output } = await runScript(root, 'scripts/point.mjs', ['check', '--data', pointDir, '--json', devices]);
  return document.parse(JSON.parse(output));
}

function figures(runs: readonly CheckRun[]): Figure[] {
  const seconds = (durations: readonly number[]) => median(durations) / 1000;
  const verdictless = runs.flatMap(({ checks }) => checks).filter(({ verdict }) => verdict === 'not-run').length;
  return [
    atMost('the whole check', seconds(runs.map(({ durationMs }) => durationMs)), 's', 12),
    ...CHECK_IDS.map((id) =>
      atMost(
        `${id} alone`,
        seconds(runs.flatMap(({ checks }) => checks.filter((one) => one.id === id).map((one) => one.durationMs))),
        's',
        10,
      ),
    ),
    atLeast('checks that ran', runs.length * CHECK_IDS.length - verdictless, 'checks', RUNS * CHECK_IDS.length),
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
