import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../lib/paths.mjs';
import { captureOrThrow } from '../lib/run.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const POINT_CLI = join(root, 'dist', 'point-cli.js');
const ENROL_TIMEOUT_MS = 60_000;

/** The point this machine plays, and who is designated to sit there. */
export const DEMO_POINT = { code: '21553', designated: 'chu-tich' };

/** For the demonstration only: its hub listens to this machine alone. */
export const DEMO_PASSWORD = 'diem-cau-demo';
export const DEMO_ACCOUNTS = [
  { username: 'quantri', role: 'admin' },
  { username: 'truc', role: 'operator' },
  { username: 'vanphong', role: 'office' },
  { username: 'xem', role: 'viewer' },
];

/**
 * @typedef {{ port?: number, points?: true, roster?: true, accounts?: string[], token?: string, enrolled?: true }} State
 *   what is done already; written after every step, so that an interrupted first start goes on where it stopped
 */

/** @param {string} dataDir @returns {Promise<State>} */
export async function readState(dataDir) {
  const file = stateFile(dataDir);
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
}

/**
 * @param {string} dataDir
 * @param {State} state
 */
export async function writeState(dataDir, state) {
  const file = stateFile(dataDir);
  await writeFile(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/**
 * Points, roster, accounts and a token for reports, each once.
 * @param {import('./province.mjs').Province} province
 * @param {State} state changed in place
 * @param {() => Promise<void>} save
 */
export async function furnish(province, state, save) {
  if (!state.points) {
    await province.command('import-points', join(here, 'points.csv'));
    state.points = true;
    await save();
  }
  if (!state.roster) {
    await province.command('import-roster', join(here, 'roster.csv'));
    state.roster = true;
    await save();
  }
  for (const { username, role } of DEMO_ACCOUNTS) {
    if (state.accounts?.includes(username)) continue;
    const args = ['--username', username, '--role', role, '--password', DEMO_PASSWORD];
    await province.command('accounts', 'add', ...args);
    state.accounts = [...(state.accounts ?? []), username];
    await save();
  }
  if (!state.token) {
    const issued = await province.command('tokens', 'add', '--name', 'demo', '--scope', 'reports:read');
    state.token = issued.token;
    await save();
  }
}

/**
 * A meeting of all points 45 minutes ahead: its technician on duty is due and not yet late. Each start makes its own.
 * @param {import('./province.mjs').Province} province
 * @returns {Promise<string>} its id
 */
export async function scheduleMeeting(province) {
  const id = `demo-${new Date().toISOString().slice(0, 16).replace(/\D/g, '')}-${process.pid}`;
  const what = ['--id', id, '--title', 'Họp giao ban trực tuyến', '--start', '+45m', '--points', 'all'];
  const who = ['--chair', 'Chủ tịch UBND tỉnh', '--designated', `${DEMO_POINT.code}=${DEMO_POINT.designated}`];
  await province.command('meetings', 'add', ...what, ...who, '--invitation', '12/GM-UBND');
  return id;
}

/**
 * Enrols this machine as the demo point, unless it is.
 * @param {import('./province.mjs').Province} province
 * @param {string} pointDir
 * @param {State} state changed in place
 * @param {() => Promise<void>} save
 */
export async function enrolPoint(province, pointDir, state, save) {
  if (state.enrolled && existsSync(pointDir)) return;
  const { code } = await province.command('enrol', '--point', DEMO_POINT.code);
  await captureOrThrow(process.execPath, [POINT_CLI, 'enrol', code, '--data', pointDir], {
    failure: 'the demo point could not be enrolled',
    timeoutMs: ENROL_TIMEOUT_MS,
  });
  state.enrolled = true;
  await save();
}

/**
 * Codes with which the people of the demo point set their first PINs; none once they have.
 * @param {import('./province.mjs').Province} province
 * @returns {Promise<readonly { fullName: string, code: string }[]>}
 */
export async function pinCodesOfPoint(province) {
  const { points } = await province.command('pin-codes', '--point', DEMO_POINT.code, '--renew');
  return points.flatMap((/** @type {{ codes: { fullName: string, code: string }[] }} */ { codes }) => codes);
}

/** @param {string} dataDir */
function stateFile(dataDir) {
  return join(dataDir, 'demo.json');
}
