/**
 * `npm run dist [-- dir|tar.gz|deb|AppImage …]`: builds the packages of this platform into `out/packages`, from the Electron
 * that runs here. Without arguments what can be built from registries alone: the unpacked folder, the tar.gz and,
 * where dpkg-deb is, the .deb. An AppImage takes a runtime from GitHub: name it where that is in reach.
 * `--release-key=FILE`: the public half of the key that signs releases (`scripts/release.mjs`); without it what is built takes no
 * updates. `--app-version=X.Y.Z`: another version than package.json's. `--out=FOLDER`: another place than `out`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ensureDebianPackages } from './lib/debian.mjs';
import { root } from './lib/paths.mjs';
import { prepare, prepareElectron } from './lib/prepare.mjs';
import { runMain, say } from './lib/say.mjs';
import { writeBill } from './packaging/bill.mjs';
import { stageApp } from './packaging/stage.mjs';

const DEFAULT_TARGETS = ['dir', 'tar.gz', ...(existsSync('/usr/bin/dpkg-deb') ? ['deb'] : [])];

await runMain(async () => {
  await prepare();
  await ensureDebianPackages(['packaging'], 'to pack the application');
  const electron = await prepareElectron();
  const option = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
  const out = resolve(option('out') ?? join(root, 'out'));
  const releaseKey = option('release-key') ?? process.env.DIEM_CAU_RELEASE_KEY;
  const version = option('app-version') ?? JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  await rm(join(out, 'packages'), { recursive: true, force: true });
  await stageApp(join(out, 'app'), `${process.platform}-${process.arch}`, { version, releaseKey });
  if (!releaseKey) say('without --release-key: what is built here takes no updates');
  await writeBill(join(out, 'app'));
  // Of npm packages, which a fresh clone has only by now.
  const { drawIcons } = await import('./packaging/icons.mjs');
  await drawIcons(join(out, 'resources'));
  const targets = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  // Where GitHub is out of reach, so is the 7-Zip that electron-builder would fetch.
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= '/usr/bin/7za';
  process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '5';
  process.env.CUSTOM_FPM_PATH ??= join(root, 'scripts', 'packaging', 'fpm.mjs');
  const { build, Platform } = await import('electron-builder');
  const files = await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget(targets.length > 0 ? targets : DEFAULT_TARGETS),
    config: {
      extends: join(root, 'electron-builder.yml'),
      directories: { app: join(out, 'app'), output: join(out, 'packages'), buildResources: join(out, 'resources') },
      electronVersion: electron.version,
      electronDist: dirname(electron.path),
    },
    publish: 'never',
  });
  await writeBill(join(out, 'packages'));
  for (const file of files) say(`${file}`);
  say(`Version ${version} in ${join(out, 'packages')}`);
  return 0;
});
