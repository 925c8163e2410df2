import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import type { NoticeName, NoticeValue } from '../../../shared/ipc-contract.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { releaseKeyIn } from '../../crypto/release.ts';
import { SYSTEM_CLOCK } from '../../point/clock.ts';
import type { PointService } from '../../point/point-service.ts';
import { closeAttempt, type KeptStore } from '../../point/updates/kept.ts';
import { reportsOf } from '../../point/updates/reports.ts';
import { swapFolder } from '../../point/updates/swap-folder.ts';
import { createUpdater, type Updater, type UpdaterWorld } from '../../point/updates/updater.ts';
import { moveAutostart } from '../autostart.ts';
import { systemNotifier } from '../reminders-notify.ts';
import type { RoleContext } from '../role.ts';
import { type HandOver, handOver } from './hand-over.ts';
import { hostApp } from './host-app.ts';
import { installationOf } from './installation.ts';
import { keepRestart } from './restart.ts';
import { updateNotices } from './update-notices.ts';

const FOLDER = 'update';
const MARK = 'stands';

export interface UpdatesDeps {
  readonly context: RoleContext;
  readonly service: PointService;
  readonly kept: KeptStore;
  readonly isChecking: () => boolean;
  /** Brings the window to the front. */
  readonly open: () => void;
  readonly tell: <Name extends NoticeName>(name: Name, value: NoticeValue<Name>) => void;
}

/** To be called once the window has shown what the point's data holds: this version stands, and its predecessor may go. */
export function tellStanding({ dataDir }: RoleContext, kept: KeptStore): void {
  closeAttempt(kept, app.getVersion(), Date.now());
  try {
    writeFileSync(join(dataDir, FOLDER, MARK), app.getVersion());
  } catch {
    // No update was ever begun here: there is no folder for it, and nobody waits for the file.
  }
}

/** Looks for releases that the province offers, until the application ends. */
export async function startUpdates(deps: UpdatesDeps): Promise<Updater> {
  const { context, service, kept, tell } = deps;
  const installation = await installationOf({
    isPackaged: app.isPackaged,
    platform: process.platform,
    execPath: process.execPath,
    resourcesPath: process.resourcesPath,
    appImage: process.env.APPIMAGE,
  });
  const report = reportsOf(service, SYSTEM_CLOCK);
  const notifier = systemNotifier(deps.open, (reason) => context.log.warn({ reason }, 'notification not shown'));
  const notice = updateNotices({ translator: () => createTranslator(service.settings.locale()), ...notifier });
  const updater = createUpdater({
    folder: join(context.dataDir, FOLDER, 'files'),
    running: { version: app.getVersion(), platform: `${process.platform}-${process.arch}`, installation },
    key: await releaseKeyIn(context.distDir),
    kept,
    clock: SYSTEM_CLOCK,
    random: Math.random,
    offered: () => service.state().feed?.update ?? null,
    hub: service.connection,
    times: () => service.policy().updates,
    moment: () => momentOf(deps),
    install: installerFor(deps, installation),
    onChange(state) {
      report(state);
      notice(state);
      tell('update:changed', state);
    },
    onBug: (error) => context.log.error({ err: error }, 'update failed'),
  });
  const stop = updater.start();
  const stopListening = service.onChange(updater.kick);
  app.once('will-quit', () => {
    stopListening();
    stop();
    notifier.close();
  });
  return updater;
}

function momentOf({ service, isChecking }: UpdatesDeps): ReturnType<UpdaterWorld['moment']> {
  const { feed, feedAt } = service.state();
  return { now: Date.now(), meetings: feed?.meetings ?? [], feedAt, isChecking: isChecking() };
}

function installerFor({ context }: UpdatesDeps, installation: UpdaterWorld['running']['installation']) {
  const folder = join(context.dataDir, FOLDER);
  const install: UpdaterWorld['install'] = async (path, file, release) => {
    const begun =
      installation === 'folder' || installation === null
        ? await swapFolder({
            archive: path,
            appDir: dirname(process.execPath),
            executable: basename(process.execPath),
            args: process.argv.slice(1),
            pid: process.pid,
            mark: join(folder, MARK),
            folder,
            // Not by Node: Chromium's open sockets would go to the new version, which could not open its own.
            leave: (program, args) => app.relaunch({ execPath: program, args: [...args] }),
          })
        : await installedBy({ installation, path, file, release, folder: join(folder, 'installer') }, context);
    if (begun.ok) app.quit();
    return begun;
  };
  return install;
}

async function installedBy(order: Omit<HandOver, 'app' | 'onMoved'>, context: RoleContext) {
  const kept = keepRestart(context.home, context);
  if (!kept.ok) return kept;
  // The new version may be started before this one has ended.
  app.releaseSingleInstanceLock();
  const begun = await handOver({ ...order, app: hostApp(), onMoved: (path) => moveAutostart(context, path) });
  if (!begun.ok) app.requestSingleInstanceLock();
  return begun;
}
