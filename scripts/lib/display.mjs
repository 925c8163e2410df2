import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

const START_TIMEOUT_MS = 15_000;

/**
 * Xvfb picks a free display and says which on fd 3. The shell waits on its stdin, a pipe from us: whatever ends us, even
 * SIGKILL, closes that pipe, and Xvfb goes with us.
 */
const XVFB =
  'Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp -noreset >&2 & p=$!; exec 3>&-; cat >/dev/null; kill $p; wait $p';

/**
 * A screen to show windows on: the one there is, or one that Xvfb makes.
 * @param {{ size?: string, force?: boolean }} [options] `size`: `WxHxDEPTH` of a made screen · `force`: make one even on
 *   a desktop, so that tests do not disturb it
 * @returns {Promise<{ env: Record<string, string>, virtual: boolean, stop: () => Promise<void> }>} `env` to add to the
 *   environment of what is shown there
 * @throws {SetupError} when Xvfb is missing or does not start
 */
export async function openDisplay(options = {}) {
  const present = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.platform !== 'linux' || (present && !options.force)) {
    return { env: {}, virtual: false, stop: async () => {} };
  }
  // Its own process group: Ctrl-C must not take the screen away before the windows on it have closed.
  const child = spawn('sh', ['-c', XVFB, 'sh', options.size ?? '1366x768x24'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.ref(); // somebody waits for this again
    child.stdin?.end();
    await closed;
  };
  try {
    const number = await readDisplayNumber(child);
    // Neither must keep us alive: when we are done, the screen is.
    child.unref();
    for (const stream of child.stdio) if (stream && 'unref' in stream) /** @type {any} */ (stream).unref();
    return { env: { DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' }, virtual: true, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function readDisplayNumber(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    let number = '';
    const fail = (/** @type {string} */ why) => reject(new SetupError(`Xvfb gave no display: ${why}\n${said}`.trim()));
    const timer = setTimeout(() => fail(`nothing within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    child.stderr?.on('data', (text) => {
      said = (said + text).slice(-2000);
    });
    child.once('error', (error) => fail(error.message));
    const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
    pipe.on('data', (text) => {
      number += text;
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(Number.parseInt(number, 10));
    });
    pipe.once('end', () => {
      clearTimeout(timer);
      if (!number.endsWith('\n')) fail('it ended at once');
    });
  });
}
