import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

/** It loads half of electron-builder. */
vi.setConfig({ testTimeout: 120_000 });

/** Parts of electron-builder that it exports to nobody. */
const { resolve } = createRequire(import.meta.url);
const builder = createRequire(resolve('electron-builder'));
const { getConfig, validateConfiguration } = builder('app-builder-lib/out/util/config/config.js');
const { DebugLogger } = builder('builder-util');

/** Windows and macOS are built on no machine here: that electron-builder understands every key is what can be shown. */
test('electron-builder understands the whole configuration, of Windows and macOS too, and no key that it does not know', async () => {
  const config = await getConfig(root, 'electron-builder.yml', null);
  await validateConfiguration(config, new DebugLogger(false));
  const misspelt = { ...config, nsis: { ...config.nsis, oneClik: true } };
  await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow('configuration.nsis');
});

test('installs for one person or for all of a machine, starts silently, and updates of one do not ask', async () => {
  const { nsis, win, linux, mac } = await getConfig(root, 'electron-builder.yml', null);
  expect(nsis).toMatchObject({
    oneClick: false,
    perMachine: false,
    allowElevation: true,
    deleteAppDataOnUninstall: false,
  });
  const targets = [win, linux, mac].flatMap(({ target }) => target.map((one: { target: string }) => one.target));
  expect(targets).toEqual(['nsis', 'tar.gz', 'deb', 'AppImage', 'dmg']);
});
