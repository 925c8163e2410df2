import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CustomPublishOptions } from 'builder-util-runtime';
import type { BaseUpdater } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Installation, Release, ReleaseFile } from '../../../shared/updates/release.ts';
import { diskFault } from '../../point/disk-fault.ts';
import type { HostApp } from './host-app.ts';

export interface HandOver {
  readonly installation: Exclude<Installation, 'folder'>;
  /** The file, fetched and verified by us. */
  readonly path: string;
  readonly file: ReleaseFile;
  readonly release: Release;
  /** For its own files. */
  readonly folder: string;
  readonly app: HostApp;
  /** An AppImage that bears its version in its name gets another one. */
  readonly onMoved: (path: string) => void;
}

/**
 * Has electron-updater install what was fetched and verified: it knows the installers, we know the release key and the hub's
 * certificate. It reaches no network here: its description and its download are our file. Errors: `disk-full`, `update-failed`.
 */
export async function handOver(order: HandOver): Promise<Result<null, AppError>> {
  try {
    const updater = await updaterFor(order);
    updater.on('appimage-filename-updated', order.onMoved);
    await updater.checkForUpdates();
    await updater.downloadUpdate();
    const begun = updater.install(true, true);
    return begun ? ok(null) : appErr('update-failed', { detail: 'electron-updater' });
  } catch (error) {
    return err(diskFault(error, 'update-failed'));
  }
}

const UPDATERS = { appimage: 'AppImageUpdater', deb: 'DebUpdater', nsis: 'NsisUpdater' } as const;

async function updaterFor({ installation, path, file, release, folder, app }: HandOver): Promise<BaseUpdater> {
  const library = await import('electron-updater');
  const described = { url: basename(path), sha512: file.sha512, size: file.bytes };
  const info = {
    version: release.version,
    files: [described],
    path: described.url,
    sha512: file.sha512,
    releaseDate: new Date(release.signedAt).toISOString(),
  };
  class OurFile extends library.Provider<typeof info> {
    constructor(_options: CustomPublishOptions, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }
    override getLatestVersion = () => Promise.resolve(info);
    override resolveFiles = () => [{ url: pathToFileURL(path), info: described }];
  }
  // It reads where to keep its files from a description that packaging for a server would have left.
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'app-update.yml');
  await writeFile(config, 'updaterCacheDirName: electron-updater\n');
  const updater = new library[UPDATERS[installation]](null, {
    ...app,
    whenReady: () => Promise.resolve(),
    isPackaged: true,
    appUpdateConfigPath: config,
    baseCachePath: folder,
    onQuit: () => undefined,
  });
  Object.assign(updater, { httpExecutor: { download: copyInstead } });
  updater.setFeedURL({ provider: 'custom', updateProvider: OurFile });
  Object.assign(updater, {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    // Whether an older one may come is judged before.
    allowDowngrade: true,
    disableDifferentialDownload: true,
    disableWebInstaller: true,
    logger: null,
  });
  return updater;
}

async function copyInstead(url: URL, destination: string): Promise<string> {
  await copyFile(fileURLToPath(url), destination);
  return destination;
}
