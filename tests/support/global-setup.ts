import { prepare, prepareElectron } from '../../scripts/lib/prepare.mjs';

/** Before the tests that run the product: a fresh build and an Electron, also when vitest is started by itself. */
export async function setup(): Promise<void> {
  await prepare();
  await prepareElectron();
}
