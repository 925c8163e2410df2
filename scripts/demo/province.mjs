import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { captureOrThrow } from '../lib/run.mjs';
import { SetupError } from '../lib/say.mjs';
import { spawnTied } from '../lib/tied.mjs';

const CLI = join(root, 'dist', 'province-cli.js');
const READY_TIMEOUT_MS = 30_000;
const COMMAND_TIMEOUT_MS = 30_000;
const PREFERRED_PORT = 7443;

/**
 * @typedef {object} Province
 * @property {string} url of the console and the hub
 * @property {(...args: string[]) => Promise<any>} command one `province` command on the same data; its JSON document
 * @property {Promise<number>} closed when it ended
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the province's hub on this machine and waits until it listens.
 * @param {string} dataDir
 * @param {number} [port] where enrolled points expect it; without one a usual or a free one is taken
 * @returns {Promise<Province>}
 */
export async function startProvince(dataDir, port) {
  const chosen = port ?? ((await isFree(PREFERRED_PORT)) ? PREFERRED_PORT : 0);
  const serve = ['serve', '--data', dataDir, '--port', String(chosen), '--json'];
  const server = spawnTied(process.execPath, ['--enable-source-maps', CLI, ...serve]);
  try {
    const { url } = await readReady(server);
    return { url, closed: server.closed, stop: server.stop, command: commandOn(dataDir) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** @param {string} dataDir @returns {Province['command']} */
function commandOn(dataDir) {
  return async (...args) => {
    const stdout = await captureOrThrow(process.execPath, [CLI, ...args, '--data', dataDir, '--json'], {
      failure: `the province refused "${args.slice(0, 2).join(' ')}"`,
      timeoutMs: COMMAND_TIMEOUT_MS,
    });
    return JSON.parse(stdout);
  };
}

/**
 * It prints one JSON document, perhaps over several lines, once it listens.
 * @param {ReturnType<typeof spawnTied>} server
 * @returns {Promise<{ url: string }>}
 */
function readReady({ child, closed }) {
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr = (stderr + text).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) =>
      reject(new SetupError(`the province's hub did not start: ${why}\n${stderr.trim()}`));
    const timer = setTimeout(() => fail('it did not answer in time'), READY_TIMEOUT_MS);
    closed.then(
      (code) => fail(`it ended with ${code}`),
      (error) => fail(error.message),
    );
    child.stdout.on('data', (text) => {
      stdout += text;
      const document = parseOr(stdout, undefined);
      if (document === undefined) return;
      clearTimeout(timer);
      resolve(document);
    });
  });
}

/**
 * @param {string} text
 * @param {undefined} fallback
 */
function parseOr(text, fallback) {
  try {
    return JSON.parse(text);
  } catch {
    return fallback;
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
