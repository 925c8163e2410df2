/**
 * `npm start`: the main job on one machine. A province, a point enrolled with it, a meeting in half an hour, and the
 * point's window, which runs the check by itself. Goes on until Ctrl-C or until the window is closed.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  DEMO_ACCOUNTS,
  DEMO_PASSWORD,
  DEMO_POINT,
  enrolPoint,
  furnish,
  pinCodesOfPoint,
  readState,
  scheduleMeeting,
  writeState,
} from './demo/furnish.mjs';
import { startProvince } from './demo/province.mjs';
import { waitForCheck } from './demo/report.mjs';
import { openPointWindow } from './demo/window.mjs';
import { withLock } from './lib/lock.mjs';
import { userDataDir } from './lib/paths.mjs';
import { prepare, prepareElectron } from './lib/prepare.mjs';
import { runMain, say } from './lib/say.mjs';

const CHECK_TIMEOUT_MS = 3 * 60_000;

await runMain(async () => {
  await prepare();
  const electron = await prepareElectron();
  const dataDir = resolve(process.env.DIEM_CAU_DATA || join(userDataDir(), 'demo'));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const stopped = whenStopped();
  await withLock(join(dataDir, 'lock'), `another "npm start" on ${dataDir}`, () =>
    demonstrate(electron, dataDir, stopped),
  );
});

/**
 * @param {{ path: string, version: string, standIn: boolean }} electron
 * @param {string} dataDir
 * @param {AbortSignal} stopped
 */
async function demonstrate(electron, dataDir, stopped) {
  const state = await readState(dataDir);
  const save = () => writeState(dataDir, state);
  const pointDir = join(dataDir, 'point');
  const province = await startProvince(join(dataDir, 'province'), state.port);
  try {
    state.port = Number(new URL(province.url).port);
    await save();
    await furnish(province, state, save);
    const meetingId = await scheduleMeeting(province);
    await enrolPoint(province, pointDir, state, save);
    const pinCodes = await pinCodesOfPoint(province);
    const window = await openPointWindow(electron, pointDir);
    try {
      describe({ electron, dataDir, url: province.url, meetingId, pinCodes, virtual: window.virtual });
      const watching = watchCheck({ province, token: state.token ?? '', meetingId, window, dataDir, stopped });
      await Promise.race([window.closed, province.closed, aborted(stopped)]);
      say('Stopping…');
      await watching.stop();
    } finally {
      await window.stop();
    }
  } finally {
    await province.stop();
  }
}

/** @param {{ electron: { version: string, standIn: boolean }, dataDir: string, url: string, meetingId: string,
 *   pinCodes: readonly { fullName: string, code: string }[], virtual: boolean }} facts */
function describe({ electron, dataDir, url, meetingId, pinCodes, virtual }) {
  const accounts = DEMO_ACCOUNTS.map(({ username, role }) => `${username} (${role})`).join(', ');
  const lines = [
    '',
    `Console:   ${url}`,
    `Accounts:  ${accounts}; password ${DEMO_PASSWORD}`,
    `Meeting:   ${meetingId}, in 45 minutes, all points; this machine is point ${DEMO_POINT.code}`,
    ...pinCodes.map(({ fullName, code }, index) => `${index === 0 ? 'PIN codes:' : '          '} ${code}  ${fullName}`),
    `Data:      ${dataDir} (province/ and point/; remove the folder to start afresh)`,
    `Electron:  ${electron.version}${electron.standIn ? ', the stand-in from the npm registry' : ''}`,
    ...(virtual
      ? [
          `Window:    no display here; its picture: ${screenshotFile(dataDir)}`,
          'Devices:   DEMONSTRATION ONLY: camera and microphone are made up by Chromium, nothing real is checked',
        ]
      : []),
    'Stop:      Ctrl-C',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

/**
 * Tells when the province has the check's result, and takes the window's picture before and after.
 * @param {{ province: import('./demo/province.mjs').Province, token: string, meetingId: string, dataDir: string,
 *   window: import('./demo/window.mjs').PointWindow, stopped: AbortSignal }} context
 */
function watchCheck({ province, token, meetingId, window, dataDir, stopped }) {
  const over = new AbortController();
  const signal = AbortSignal.any([stopped, over.signal, AbortSignal.timeout(CHECK_TIMEOUT_MS)]);
  const picture = async () => {
    if (!window.virtual || signal.aborted) return;
    await window
      .screenshot(screenshotFile(dataDir))
      .catch((error) => say(`No picture of the window: ${error.message}`));
  };
  const watch = async () => {
    await picture();
    const row = await waitForCheck({ url: province.url, token, meetingId, pointCode: DEMO_POINT.code, signal });
    if (row) {
      await picture();
      process.stdout.write(`The check has run and the province has it: ${row.state}.\n`);
    } else if (!stopped.aborted && !over.signal.aborted) {
      say('The province has received no check yet; see the window.');
    }
  };
  const done = watch();
  return {
    stop: async () => {
      over.abort();
      await done;
    },
  };
}

/** @param {string} dataDir */
function screenshotFile(dataDir) {
  return join(dataDir, 'window.png');
}

/** Ctrl-C, or whoever ends us politely. */
function whenStopped() {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => controller.abort());
  return controller.signal;
}

/** @param {AbortSignal} signal @returns {Promise<void>} */
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
