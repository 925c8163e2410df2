import { createInterface } from 'node:readline';
import { openDisplay } from '../lib/display.mjs';
import { appArguments, HARMLESS_STDERR } from '../lib/electron-app.mjs';
import { say } from '../lib/say.mjs';
import { spawnTied } from '../lib/tied.mjs';

/** Chromium's own picture and sound, where there are no devices. */
const DEMO_DEVICES = ['--use-fake-device-for-media-stream=fps=30'];
const DEBUGGER_TIMEOUT_MS = 20_000;
const PAGE_TIMEOUT_MS = 30_000;

/**
 * @typedef {object} PointWindow
 * @property {boolean} virtual nobody can see it: no display here, demonstration devices
 * @property {Promise<number>} closed when the window was closed
 * @property {(file: string) => Promise<void>} screenshot PNG of the page; only of a virtual window
 * @property {() => Promise<void>} stop
 */

/**
 * Opens the point's window and has it run the check by itself.
 * @param {{ path: string }} electron
 * @param {string} pointDir
 * @returns {Promise<PointWindow>}
 */
export async function openPointWindow(electron, pointDir) {
  const display = await openDisplay();
  // Only an invisible window is looked at from outside, to show what it shows.
  const extra = display.virtual ? [...DEMO_DEVICES, '--remote-debugging-port=0'] : [];
  const args = [...extra, ...appArguments(), '--role=point', `--data=${pointDir}`, '--run-check'];
  const app = spawnTied(electron.path, args, display.env);
  app.child.stdout.resume();
  const endpoint = readDebugger(app.child.stderr);
  const stop = async () => {
    await app.stop();
    await display.stop();
  };
  return {
    virtual: display.virtual,
    closed: app.closed,
    stop,
    screenshot: async (file) => capturePage(await endpoint, file),
  };
}

/**
 * Passes on what the app says on stderr and catches the debugger's address.
 * @param {import('node:stream').Readable} stderr
 * @returns {Promise<string>}
 */
function readDebugger(stderr) {
  /** @type {Promise<string>} */
  const address = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Chromium named no debugger')), DEBUGGER_TIMEOUT_MS);
    timer.unref();
    createInterface({ input: stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found) resolve(found);
      if (found) clearTimeout(timer);
      if (!HARMLESS_STDERR.test(line)) say(line);
    });
  });
  address.catch(() => {});
  return address;
}

/**
 * @param {string} endpoint
 * @param {string} file
 */
async function capturePage(endpoint, file) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.connectOverCDP(endpoint, { timeout: PAGE_TIMEOUT_MS });
  try {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (!page) throw new Error('the window has no page');
    await page.waitForLoadState('load', { timeout: PAGE_TIMEOUT_MS });
    await page.screenshot({ path: file, timeout: PAGE_TIMEOUT_MS });
  } finally {
    await browser.close();
  }
}
