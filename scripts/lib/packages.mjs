import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheDir, root } from './paths.mjs';
import { captureOrThrow, npmCommand } from './run.mjs';
import { say } from './say.mjs';

/**
 * Makes `node_modules` what `package-lock.json` says, by `npm ci` when it is not. Silent and fast when it is.
 * @throws {import('./say.mjs').SetupError} when npm fails
 */
export async function ensurePackages() {
  if (areInstalled()) return;
  // The lock stands outside node_modules, because `npm ci` removes that folder.
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16);
  await withLock(join(cacheDir(), 'locks', `packages-${key}`), 'the installation of npm packages', async () => {
    if (areInstalled()) return;
    say('Installing npm packages…');
    const startedAt = Date.now();
    const [command, ...args] = npmCommand();
    await captureOrThrow(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      failure: 'npm packages could not be installed',
    });
    say(`Installed npm packages in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  });
}

/**
 * Compares contents, not file times: a checkout touches times, and `npm i` leaves both files right.
 * npm writes the inner lock file last, so an interrupted installation never counts.
 */
function areInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
