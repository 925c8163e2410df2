import { app } from 'electron';
import type { AppError } from '../../shared/errors.ts';
import type { Locale } from '../../shared/ipc-contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import { openPointService, type PointService } from '../point/point-service.ts';
import { copyBeforeUpdate, openedBy } from '../point/updates/data-copy.ts';
import { type KeptStore, noteHasRun, openKept } from '../point/updates/kept.ts';
import { restoreUnreadable } from '../point/updates/restore-data.ts';
import type { Updater } from '../point/updates/updater.ts';
import { answerRequest, fittingNotice, type IpcOptions } from './answer-request.ts';
import { originOf } from './app-protocol.ts';
import { keepCrashes } from './crash-reports.ts';
import { withLog } from './log.ts';
import { pointHandlers } from './point-handlers.ts';
import type { PointWindow } from './point-window.ts';
import { type Reminders, startReminders } from './reminders.ts';
import type { RoleContext, RoleStart } from './role.ts';
import { safeVault } from './safe-vault.ts';
import { tellWhyNot } from './tell-why-not.ts';
import { closeIntoTray } from './tray.ts';
import { EXIT_CODES, unattendedLimitMs } from './unattended.ts';
import { startUpdates, tellStanding } from './updates/start-updates.ts';

/** Opens the point's data, answers the window from it, and stops everything again when the application ends. */
export async function startPoint(start: RoleStart, window: PointWindow, locale: Locale | null): Promise<void> {
  const context = withLog(start, 'point');
  keepCrashes(context.dataDir);
  const kept = openKept(context.dataDir, Date.now, (error) =>
    context.log.warn({ error }, 'what was known of updates is gone'),
  );
  const prepared = prepareData(context.dataDir, kept);
  const opened = prepared.ok
    ? await openPointService({ dataDir: context.dataDir, appVersion: app.getVersion(), vault: safeVault() })
    : prepared;
  if (!opened.ok) {
    tellWhyNot(opened.error, context, 'point');
    return app.exit(EXIT_CODES.unmeasured);
  }
  const service = opened.value;
  if (locale !== null) service.settings.setLocale(locale);
  const stop = service.start();
  app.once('will-quit', (event) => {
    event.preventDefault();
    stop();
    void service.close().finally(() => app.exit(process.exitCode === undefined ? 0 : Number(process.exitCode)));
  });
  let onProgress = () => {};
  if (context.launch.mode.kind === 'unattended') {
    // Until the result says otherwise: a window that was closed half way has measured nothing.
    process.exitCode = EXIT_CODES.unmeasured;
    onProgress = endAfterSilence(unattendedLimitMs(service.policy()));
  }
  serveWindow(context, service, kept, window, onProgress);
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

function serveWindow(
  context: RoleContext,
  service: PointService,
  kept: KeptStore,
  { window, open, keepAppearance, tell: tellWindow, answerWith }: PointWindow,
  onProgress: () => void,
): void {
  const isAttended = context.launch.mode.kind !== 'unattended';
  const tell: PointWindow['tell'] = (name, value) => {
    if (name === 'checks:progress') onProgress();
    const fitting = fittingNotice(name, value, (places) =>
      context.log.error({ notice: name, places }, 'notice does not fit'),
    );
    if (fitting !== null) tellWindow(name, fitting);
  };
  let reminders: Reminders | null = null;
  let isChecking = false;
  let updater: Updater | null = null;
  const onShown = once(() => {
    tellStanding(context, kept);
    if (!isAttended) return;
    void startUpdates({ context, service, kept, tell, open, isChecking: () => isChecking }).then((started) => {
      updater = started;
    });
  });
  const handlers = pointHandlers({
    context,
    service,
    tell,
    keepAppearance,
    snooze: (key) => reminders?.snooze(key),
    onShown,
    onRunning: (running) => {
      isChecking = running;
    },
    updater: () => updater,
  });
  const options: IpcOptions = {
    origin: originOf('point'),
    onBug: (name, error) => context.log.error({ request: name, err: error }, 'request failed'),
  };
  answerWith((name, asked) => answerRequest(name, handlers, options, asked));
  service.onChange((state) => tell('point:changed', state));
  if (!isAttended) return;
  const checkNow = () => {
    open();
    tell('checks:asked', {});
  };
  reminders = startReminders({ context, service, open, checkNow });
  app.once('will-quit', reminders.stop);
  if (reminders.hasTray) closeIntoTray(window);
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
