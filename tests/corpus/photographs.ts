import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from '../../scripts/lib/paths.mjs';
import { capture } from '../../scripts/lib/run.mjs';
import { err, ok, type Result } from '../../shared/result.ts';

/** OpenCV's examples: rooms, people and a film from real cameras. 96 MB to fetch once, of which 20 MB are kept. */
const PACKAGE = 'opencv-doc';
const DATA = 'usr/share/doc/opencv-doc/examples/data';
const FETCH_TIMEOUT_MS = 5 * 60_000;
const TIMEOUT_MS = 60_000;

/**
 * The folder of the photographs. Taken out of a Debian package without installing it: that needs no root, and the
 * documentation of packages is left out where Debian is trimmed.
 * @returns why not, where there is no Debian or no network
 */
export async function photographs(): Promise<Result<string, string>> {
  const kept = join(cacheDir(), 'photographs');
  for (const dir of [kept, `/${DATA}`]) if (existsSync(join(dir, 'left01.jpg'))) return ok(dir);
  await mkdir(cacheDir(), { recursive: true });
  const dir = await mkdtemp(join(cacheDir(), 'photographs-'));
  try {
    process.stderr.write(`Fetching photographs (Debian package ${PACKAGE})…\n`);
    const fetched = await capture('apt-get', ['download', PACKAGE], { cwd: dir, timeoutMs: FETCH_TIMEOUT_MS });
    const archive = (await readdir(dir)).find((name) => name.endsWith('.deb'));
    if (fetched.code !== 0 || !archive) {
      return err(`apt-get download ${PACKAGE} failed (sudo apt-get update may help): ${lastLine(fetched.stderr)}`);
    }
    const unpack = `dpkg-deb --fsys-tarfile "$0" | tar -x ./${DATA}`;
    const unpacked = await capture('sh', ['-c', unpack, archive], { cwd: dir, timeoutMs: TIMEOUT_MS });
    if (unpacked.code !== 0) return err(`${PACKAGE} holds no photographs: ${lastLine(unpacked.stderr)}`);
    await rename(join(dir, DATA), kept);
    return ok(kept);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
