import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../lib/lock.mjs';
import { cacheDir, root } from '../lib/paths.mjs';
import { capture } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';

const PROBE_TIMEOUT_MS = 5_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
/** How long "cannot be downloaded here" is believed. */
const NO_LASTS_MS = 12 * 3_600_000;

const packageDir = join(root, 'node_modules', 'electron');

/**
 * The official binary that the electron package holds, or that `ELECTRON_OVERRIDE_DIST_PATH` names.
 * @returns {{ path: string, version: string } | undefined}
 */
export function findOfficial() {
  const file = readOr(join(packageDir, 'path.txt'), 'electron');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const dist = override ?? join(packageDir, 'dist');
  const path = join(dist, file);
  const version = readOr(join(dist, 'version'), override ? 'unknown' : '').replace(/^v/, '');
  const isWanted = override !== undefined || version === wantedVersion();
  return isWanted && existsSync(path) ? { path, version } : undefined;
}

/**
 * Downloads the official binary where its server answers quickly; a no is remembered for a while.
 * @returns {Promise<ReturnType<typeof findOfficial>>}
 */
export async function downloadOfficial() {
  const noMark = join(cacheDir(), 'electron', `no-download-of-${wantedVersion()}`);
  if (await isYoung(noMark)) return undefined;
  return withLock(join(cacheDir(), 'electron', 'lock'), 'the download of Electron', async () => {
    const present = findOfficial();
    if (present || (await isYoung(noMark))) return present;
    if (await answers()) {
      say(`Downloading Electron ${wantedVersion()}, about 120 MB…`);
      const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: undefined };
      const { code, stderr } = await capture(process.execPath, [join(packageDir, 'install.js')], {
        env,
        timeoutMs: DOWNLOAD_TIMEOUT_MS,
      });
      if (code === 0) {
        await rm(noMark, { force: true });
        return findOfficial();
      }
      say(`Electron ${wantedVersion()} could not be downloaded: ${stderr.trim().split('\n')[0]}`);
    }
    await mkdir(join(cacheDir(), 'electron'), { recursive: true });
    await writeFile(noMark, '');
    return undefined;
  });
}

async function answers() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const url = mirror ?? `https://github.com/electron/electron/releases/download/v${wantedVersion()}/SHASUMS256.txt`;
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return response.ok || mirror !== undefined;
  } catch {
    return false;
  }
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).version;
}

/** @param {string} file */
async function isYoung(file) {
  const info = await stat(file).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs < NO_LASTS_MS;
}

/**
 * @param {string} file
 * @param {string} fallback
 */
function readOr(file, fallback) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : fallback;
}
