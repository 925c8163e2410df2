/**
 * Builds `dist/` from the sources: vite for the windows' pages, esbuild for what Node runs. Does nothing when the last
 * build was made from the same sources. A build appears whole or not at all.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { externalPackages, ZOD_IN_ENGLISH } from './lib/bundled.mjs';
import { compressFiles } from './lib/compress.mjs';
import { withLock } from './lib/lock.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { root } from './lib/paths.mjs';
import { runMain, SetupError, say } from './lib/say.mjs';
import { hashSources } from './lib/sources.mjs';

const dist = join(root, 'dist');
const STAMP = '.sources';
/** Beside `dist`, at the same depth, so that source maps keep their relative paths. */
const UNFINISHED = 'dist.unfinished';
const REPLACED = 'dist.replaced';

/** @type {Record<string, string>} output → entry, for Node and Electron's Node side */
const NODE_ENTRIES = {
  main: 'electron/main.ts',
  'point-cli': 'electron/cli/point.ts',
  'province-cli': 'electron/cli/province.ts',
  'hub-process': 'electron/province/hub-process.ts',
  'report-thread': 'electron/province/reports/press/thread.ts',
  bench: 'tests/bench/main.ts',
  'fleet-load': 'tests/bench/fleet/load.ts',
};
const PRELOAD_ENTRY = 'electron/preload.ts';
/**
 * Pages of a group share scripts. The point's stands alone: what it starts from is then one file instead of two dozen, of which each
 * is asked for by itself.
 */
const PAGES = [['renderer/point.html'], ['renderer/province.html', 'renderer/setup.html']];

/**
 * Needs the npm packages. Silent when there is nothing to do.
 * @throws {SetupError} when a source does not compile
 */
export async function build() {
  if (readStamp() === hashSources()) return;
  await withLock(join(root, 'node_modules', '.cache', 'diem-cau-build.lock'), 'the build', async () => {
    const stamp = hashSources();
    if (readStamp() === stamp) return;
    const startedAt = Date.now();
    say('Building…');
    const outDir = join(root, UNFINISHED);
    await rm(outDir, { recursive: true, force: true });
    await mkdir(outDir);
    const before = process.env.NODE_ENV;
    // Vite builds a slow React for whoever says anything else here, as a test run does, whatever `mode` it is given.
    process.env.NODE_ENV = 'production';
    const parts = await Promise.allSettled([buildNode(outDir), buildPreload(outDir), buildPages(outDir)]);
    restoreNodeEnv(before);
    const broken = parts.find((part) => part.status === 'rejected');
    if (broken) throw new SetupError(`the build failed: ${broken.reason?.message ?? broken.reason}`);
    await writeFile(join(outDir, STAMP), stamp);
    await swapIn(outDir);
    say(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  });
}

/** @param {string | undefined} value */
function restoreNodeEnv(value) {
  if (value === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = value;
}

function readStamp() {
  const file = join(dist, STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param {string} outDir */
async function swapIn(outDir) {
  const replaced = join(root, REPLACED);
  await rm(replaced, { recursive: true, force: true });
  if (existsSync(dist)) await rename(dist, replaced);
  await rename(outDir, dist);
  await rm(replaced, { recursive: true, force: true });
}

/** @param {string} outDir */
async function buildNode(outDir) {
  const entryPoints = Object.fromEntries(Object.entries(NODE_ENTRIES).filter(([, entry]) => isThere(entry)));
  if (Object.keys(entryPoints).length === 0) return;
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints,
    absWorkingDir: root,
    outdir: outDir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // What is imported when it is needed is read then; beside the entries, as these look for files beside themselves.
    splitting: true,
    chunkNames: '[name]-[hash]',
    target: 'node20',
    external: externalPackages(),
    plugins: [ZOD_IN_ENGLISH],
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** A sandboxed preload may require nothing but `electron`, so everything else is bundled. @param {string} outDir */
async function buildPreload(outDir) {
  if (!isThere(PRELOAD_ENTRY)) return;
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: { preload: PRELOAD_ENTRY },
    absWorkingDir: root,
    outdir: outDir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'chrome130',
    external: ['electron'],
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** @param {string} outDir */
async function buildPages(outDir) {
  const vite = await import('vite');
  const renderer = join(outDir, 'renderer');
  for (const pages of PAGES) {
    const input = pages.filter(isThere).map((page) => join(root, page));
    if (input.length === 0) continue;
    await vite.build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      mode: 'production',
      build: { outDir: renderer, emptyOutDir: false, rolldownOptions: { input } },
    });
  }
  await compressFiles(join(renderer, 'assets'));
}

/** @param {string} entry */
function isThere(entry) {
  const there = existsSync(join(root, entry));
  if (!there) say(`  (${entry} does not exist yet)`);
  return there;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await ensurePackages();
    await build();
  });
}
