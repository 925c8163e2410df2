import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDisplay } from '../../../scripts/lib/display.mjs';
import { type Bench, type Figure, none } from '../bench.ts';
import { startPackaged } from '../packaged/app.ts';
import { packVersions, unpack } from '../packaged/builds.ts';
import { freePort, startWalkHub } from '../packaged/hub.ts';
import { STEPS, type WalkPlace } from '../packaged/walk.ts';

/** What `npm run dist` makes, walked as a point lives: unpacked, enrolled, checked, synchronised, updated, rolled back. */
export const packaged: Bench = {
  about:
    'the packed tar.gz of two versions: starts in an empty folder, enrols, checks, syncs, updates itself, refuses, rolls back, keeps all data',
  usualSeconds: 300,
  async run(root) {
    const folder = await mkdtemp(join(tmpdir(), 'diem-cau-packaged-'));
    try {
      return await walk(root, folder, await packVersions(root, folder));
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  },
};

async function walk(root: string, folder: string, builds: WalkPlace['builds']): Promise<Figure[]> {
  const [appDir, dataDir] = [join(folder, 'Phần mềm', 'diem-cau'), join(folder, 'data')];
  await mkdir(dataDir);
  await unpack(builds.old, appDir);
  const hub = await startWalkHub(root, folder);
  const display = await openDisplay();
  const app = startPackaged(appDir, dataDir, await freePort(), display.env);
  try {
    return await steps({ builds, hub, app, appDir, dataDir, folder });
  } finally {
    await app.end();
    await display.stop();
    await hub.stop();
  }
}

/** The first that fails ends the walk; those after it fail with it. */
async function steps(place: WalkPlace): Promise<Figure[]> {
  const figures: Figure[] = [];
  let broken = false;
  for (const { name, run } of STEPS) {
    const begun = Date.now();
    if (!broken) {
      try {
        await run(place);
      } catch (error) {
        broken = true;
        await tell(place, name, error);
      }
    }
    figures.push(none(`failures: ${name}`, broken ? 1 : 0, 'failures'));
    process.stderr.write(`${broken ? '✗' : '✓'} ${name} ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
  }
  return figures;
}

async function tell({ app, appDir, dataDir }: WalkPlace, name: string, error: unknown): Promise<void> {
  process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  await mkdir('test-output', { recursive: true });
  const page = await app.page().catch(() => null);
  await page?.screenshot({ path: join('test-output', 'packaged-failed.png') }).catch(() => undefined);
  const update = await readdir(join(dataDir, 'update')).catch(() => []);
  process.stderr.write(
    `beside the application: ${(await readdir(join(appDir, '..'))).join(', ')}; update: ${update.join(', ')}\n`,
  );
}
