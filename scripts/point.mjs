/** `npm run -s point -- COMMAND …`: the meeting point's commands. `check` needs real devices and so a real Electron. */
import { join } from 'node:path';
import { openDisplay } from './lib/display.mjs';
import { appArguments, HARMLESS_STDERR } from './lib/electron-app.mjs';
import { root } from './lib/paths.mjs';
import { prepare, prepareElectron } from './lib/prepare.mjs';
import { runInOurPlace } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';

const args = process.argv.slice(2);

await runMain(async () => {
  await prepare();
  if (args[0] !== 'check' || args.includes('--help')) {
    return runInOurPlace(process.execPath, ['--enable-source-maps', join(root, 'dist', 'point-cli.js'), ...args]);
  }
  return check();
});

/** Switches that are not ours are Chromium's (`--use-fake-device-for-media-stream`, …) and reach it. */
async function check() {
  const electron = await prepareElectron();
  const display = await openDisplay();
  try {
    return await runInOurPlace(electron.path, [...appArguments(), '--role=point', ...args], {
      env: { ...process.env, ...display.env },
      dropStderr: HARMLESS_STDERR,
    });
  } finally {
    await display.stop();
  }
}
