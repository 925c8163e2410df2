import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ZOD_IN_ENGLISH } from '../lib/bundled.mjs';
import { root } from '../lib/paths.mjs';
import { SetupError } from '../lib/say.mjs';

/** Run by Electron; the command lines of a server come with the sources. */
const ENTRIES = {
  main: 'electron/main.ts',
  'hub-process': 'electron/province/hub-process.ts',
  'report-thread': 'electron/province/reports/press/thread.ts',
};

/**
 * Packages that are read from disk at run time, and what of each is shipped.
 * @type {Record<string, (path: string, target: string) => boolean>}
 */
const ON_DISK = {
  // Only where the runtime has no SQLite of its own: see `electron/sqlite/open.ts`.
  '@photostructure/sqlite': (path, target) =>
    path === '' ||
    path === 'package.json' ||
    (path.startsWith('dist') && !/\.(map|d\.[cm]?ts)$/.test(path)) ||
    path === 'prebuilds' ||
    // Chromium runs on glibc only.
    (path.startsWith(join('prebuilds', target)) && !path.endsWith('.musl.node')),
  // Finds the one above among its prebuilds.
  'node-gyp-build': () => true,
  '@expo-google-fonts/be-vietnam-pro': (path) =>
    path === '' || path === 'package.json' || /^(400Regular|700Bold|400Regular_Italic|700Bold_Italic)(\/|$)/.test(path),
};

/** Loaded only when present; not needed. */
const NEVER = ['electron', 'pg-native', 'bufferutil', 'utf-8-validate', '@aws-sdk/client-s3'];

/**
 * Puts what is shipped into `folder`: the Node side in a few bundled files, the windows' pages, and the packages that must lie
 * on disk. Needs a build in `dist/`.
 * @param {string} folder @param {string} target as in `linux-x64`
 * @param {{ version: string, releaseKey?: string | undefined }} build `releaseKey`: file of the public half
 */
export async function stageApp(folder, target, { version, releaseKey }) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { productName, license, description, homepage, author } = await readPackage();
  await bundle(folder);
  await cp(join(root, 'dist', 'preload.cjs'), join(folder, 'preload.cjs'));
  await cp(join(root, 'dist', 'renderer'), join(folder, 'renderer'), {
    recursive: true,
    // Chromium's own window takes files as they are, and every browser that opens the console takes Brotli and woff2.
    filter: (source) => !/\.(map|gz|woff)$/.test(source),
  });
  const dependencies = {};
  for (const [name, isShipped] of Object.entries(ON_DISK)) {
    dependencies[name] = await copyPackage(name, folder, (path) => isShipped(path, target));
  }
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify(
      {
        name: 'diem-cau',
        productName,
        version,
        description,
        homepage,
        author,
        license,
        type: 'module',
        main: 'main.js',
        dependencies,
      },
      null,
      2,
    ),
  );
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  if (releaseKey) await stageReleaseKey(releaseKey, folder);
}

/** Only the public half: whoever has the private one could make every point run anything. @param {string} file @param {string} folder */
async function stageReleaseKey(file, folder) {
  const { kty, crv, x, d } = JSON.parse(await readFile(file, 'utf8'));
  if (kty !== 'OKP' || crv !== 'Ed25519' || !x || d)
    throw new SetupError(`${file} is not the public half of a release key`);
  await writeFile(join(folder, 'release-key.json'), JSON.stringify({ kty, crv, x }));
}

async function readPackage() {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
}

/** @param {string} folder */
async function bundle(folder) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: ENTRIES,
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Shared code stands in chunks of its own instead of in both.
    splitting: true,
    external: [...NEVER, ...Object.keys(ON_DISK)],
    minifySyntax: true,
    // Names stay as they are, so that a crash report can be read.
    minifyWhitespace: true,
    // Packages written as CommonJS ask for Node's own modules by `require`, and for where they stand.
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);const __filename=import.meta.filename??'';const __dirname=import.meta.dirname??'';",
    },
    plugins: [ZOD_IN_ENGLISH],
    logLevel: 'warning',
  });
}

/**
 * @param {string} name @param {string} folder @param {(path: string) => boolean} isShipped
 * @returns {Promise<string>} its version
 */
async function copyPackage(name, folder, isShipped) {
  const from = packageFolder(name);
  await cp(from, join(folder, 'node_modules', name), {
    recursive: true,
    dereference: true,
    filter: (source) => isShipped(relative(from, source)),
  });
  return JSON.parse(await readFile(join(from, 'package.json'), 'utf8')).version;
}

/** @param {string} name */
function packageFolder(name) {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
