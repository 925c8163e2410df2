import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture } from './run.mjs';
import { SetupError } from './say.mjs';

/**
 * Chromium ends at once where it can have no sandbox: say beforehand which one command mends it. Root runs without one
 * (`electron-app.mjs`), other systems have their own.
 * @param {string} electronPath
 * @throws {SetupError}
 */
export async function ensureSandbox(electronPath) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(dirname(electronPath), 'chrome-sandbox');
  if ((await mayUnshare()) || isSetuidRoot(helper)) return;
  throw new SetupError(
    `this system refuses user namespaces, which Chromium's sandbox needs; run: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
  );
}

async function mayUnshare() {
  return (await capture('unshare', ['--user', '--map-root-user', 'true'])).code === 0;
}

/** @param {string} file */
function isSetuidRoot(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.uid === 0 && (stat.mode & 0o4111) === 0o4111;
}
