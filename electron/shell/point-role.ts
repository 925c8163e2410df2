import { join } from 'node:path';
import { app, type BrowserWindow, dialog, session } from 'electron';
import type { AppError } from '../../shared/errors.ts';
import type { Locale } from '../../shared/ipc-contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import { errorText } from '../../shared/strings/check-text.ts';
import { createTranslator } from '../../shared/strings/translator.ts';
import { openPointService, type PointService } from '../point/point-service.ts';
import { copyBeforeUpdate, openedBy } from '../point/updates/data-copy.ts';
import { type KeptStore, noteHasRun, openKept } from '../point/updates/kept.ts';
import { restoreUnreadable } from '../point/updates/restore-data.ts';
import type { Updater } from '../point/updates/updater.ts';
import { originOf, serveApp } from './app-protocol.ts';
import { keepCrashes } from './crash-reports.ts';
import { handleRequests, notify } from './ipc.ts';
import { restrictPermissions } from './permissions.ts';
import { pointHandlers } from './point-handlers.ts';
import { type Reminders, startReminders } from './reminders.ts';
import type { RoleContext } from './role.ts';
import { safeVault } from './safe-vault.ts';
import { closeIntoTray } from './tray.ts';
import { EXIT_CODES, unattendedLimitMs } from './unattended.ts';
import { startUpdates, tellStanding } from './updates/start-updates.ts';
import { openWindow } from './window.ts';
import { windowStateIn } from './window-state.ts';

/** The meeting point: its service, its one window, and everything stopped again when that closes. `locale`: just chosen. */
export async function runPoint(context: RoleContext, locale: Locale | null = null): Promise<void> {
  const kept = openKept(context.dataDir, Date.now, (error) =>
    context.log.warn({ error }, 'what was known of updates is gone'),
  );
  const prepared = prepareData(context.dataDir, kept);
  const opened = prepared.ok
    ? await openPointService({ dataDir: context.dataDir, appVersion: app.getVersion(), vault: safeVault() })
    : prepared;
  if (!opened.ok) {
    tellWhyNot(opened.error, context.launch.mode.kind === 'interactive');
    return app.exit(EXIT_CODES.unmeasured);
  }
  const service = opened.value;
  keepCrashes(context.dataDir);
  if (locale !== null) service.settings.setLocale(locale);
  const stop = service.start();
  app.once('will-quit', (event) => {
    event.preventDefault();
    stop();
    void service.close().finally(() => app.exit(process.exitCode === undefined ? 0 : Number(process.exitCode)));
  });
  app.on('window-all-closed', () => app.quit());
  let onProgress = () => {};
  if (context.launch.mode.kind === 'unattended') {
    // Until the result says otherwise: a window that was closed half way has measured nothing.
    process.exitCode = EXIT_CODES.unmeasured;
    onProgress = endAfterSilence(unattendedLimitMs(service.policy()));
  }
  await openPointWindow(context, service, kept, onProgress);
}

/** Before another version of the data's application opens it. */
function prepareData(dataDir: string, kept: KeptStore): Result<null, AppError> {
  const version = app.getVersion();
  noteHasRun(kept, version, openedBy(dataDir));
  const restored = restoreUnreadable(dataDir, version, kept.read().attempt, Date.now());
  if (!restored.ok) return restored;
  const copied = copyBeforeUpdate(dataDir, version);
  return copied.ok ? ok(null) : copied;
}

/** Without its data there is no window to say it in. */
function tellWhyNot(error: AppError, toPerson: boolean): void {
  const { says, remedy } = errorText(createTranslator('vi'), error);
  process.stderr.write(`${says} ${remedy} [${error.code}]\n`);
  if (toPerson) dialog.showErrorBox(says, remedy);
}

/**
 * A window that cannot show itself would keep a script waiting for ever. The answer is to be called with each sign of life: a
 * point that queues for the province's line may wait longer than all its probes take.
 */
function endAfterSilence(ms: number): () => void {
  const timer = setTimeout(() => {
    process.stderr.write(`no result within ${Math.round(ms / 1000)} s\n`);
    app.quit();
  }, ms);
  return () => timer.refresh();
}

async function openPointWindow(
  context: RoleContext,
  service: PointService,
  kept: KeptStore,
  onProgress: () => void,
): Promise<void> {
  const origin = originOf('point');
  const windowSession = session.defaultSession;
  serveApp(windowSession, 'point', join(context.distDir, 'renderer'), null);
  restrictPermissions(windowSession, origin);
  // The point's window has nothing to download.
  windowSession.on('will-download', (event) => event.preventDefault());

  let window: BrowserWindow | null = null;
  const tell: Parameters<typeof pointHandlers>[0]['tell'] = (name, value) => {
    if (name === 'checks:progress') onProgress();
    if (window !== null) notify(window.webContents, name, value);
  };
  const open = () => {
    if (window === null || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  let reminders: Reminders | null = null;
  const snooze = (key: string) => reminders?.snooze(key);
  let isChecking = false;
  let updater: Updater | null = null;
  const onShown = once(() => {
    tellStanding(context, kept);
    if (context.launch.mode.kind === 'unattended') return;
    void startUpdates({ context, service, kept, tell, open, isChecking: () => isChecking }).then((started) => {
      updater = started;
    });
  });
  const onRunning = (running: boolean) => {
    isChecking = running;
  };
  const asked = { onShown, onRunning, updater: () => updater };
  handleRequests(pointHandlers({ context, service, tell, snooze, ...asked }), {
    origin,
    onBug: (name, error) => context.log.error({ request: name, err: error }, 'request failed'),
  });
  service.onChange((state) => tell('point:changed', state));
  app.on('second-instance', open);
  // A click on the dock, after the window was closed into the tray.
  app.on('activate', open);
  const checkNow = () => {
    open();
    tell('checks:asked', {});
  };
  window = await openWindow({
    host: 'point',
    session: windowSession,
    preload: join(context.distDir, 'preload.cjs'),
    state: windowStateIn(join(context.dataDir, 'window-state.json')),
    onCreated: (created) => {
      window = created;
      if (context.launch.mode.kind === 'unattended') return;
      reminders = startReminders({ context, service, open, checkNow });
      app.once('will-quit', reminders.stop);
      if (reminders.hasTray) closeIntoTray(created);
    },
  });
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
