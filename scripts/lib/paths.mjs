import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Per-user folder for what can be fetched or made again. */
export function cacheDir() {
  return join(process.env.XDG_CACHE_HOME || platformDir('LOCALAPPDATA', ['Library', 'Caches'], ['.cache']), 'diem-cau');
}

/** Per-user folder for what must stay. */
export function userDataDir() {
  const fallback = platformDir('APPDATA', ['Library', 'Application Support'], ['.local', 'share']);
  return join(process.env.XDG_DATA_HOME || fallback, 'diem-cau');
}

/**
 * @param {string} windowsVariable
 * @param {string[]} mac below the home folder
 * @param {string[]} others below the home folder
 */
function platformDir(windowsVariable, mac, others) {
  const windows = process.platform === 'win32' ? process.env[windowsVariable] : undefined;
  return windows ?? join(homedir(), ...(process.platform === 'darwin' ? mac : others));
}
