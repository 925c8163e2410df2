import { build } from '../build.mjs';
import { resolveElectron } from '../electron-runtime.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureSandbox } from './sandbox.mjs';

/** What every launcher needs: packages and a fresh build. Silent when there is nothing to do. */
export async function prepare() {
  await ensurePackages();
  await build();
}

/**
 * What opening a window needs: an Electron that runs on this machine, and a screen or the means to make one.
 * @returns {ReturnType<typeof resolveElectron>}
 */
export async function prepareElectron() {
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  await ensureDebianPackages(hasScreen ? ['electron'] : ['electron', 'display'], 'to open the window');
  const electron = await resolveElectron();
  await ensureSandbox(electron.path);
  return electron;
}
