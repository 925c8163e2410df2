import { app } from 'electron';
import type { Appearance } from '../../shared/appearance.ts';
import { appErr } from '../../shared/errors.ts';
import type { NoticeName, NoticeValue } from '../../shared/ipc-contract.ts';
import { ok } from '../../shared/result.ts';
import type { PointService } from '../point/point-service.ts';
import type { Updater } from '../point/updates/updater.ts';
import type { RequestHandlers } from './answer-request.ts';
import { keepCrash, markCrashesSeen, unseenCrashAt } from './crash-reports.ts';
import { nodeMeasuring } from './node-measuring.ts';
import { presetHub } from './preset-hub.ts';
import type { RoleContext } from './role.ts';
import { saveMinutes } from './save-minutes.ts';
import { serviceHandlers } from './service-handlers.ts';
import { exportForSupport } from './support-export.ts';
import { supportPlaces } from './support-places.ts';
import { finishUnattended } from './unattended.ts';

export interface PointHandlersDeps {
  readonly context: RoleContext;
  readonly service: PointService;
  readonly tell: <Name extends NoticeName>(name: Name, value: NoticeValue<Name>) => void;
  readonly keepAppearance: (appearance: Appearance) => void;
  /** Puts a reminder off. */
  readonly snooze: (key: string) => void;
  /** Null while it is not looking for updates, and where it never does. */
  readonly updater: () => Updater | null;
  /** The window has what it shows. */
  readonly onShown: () => void;
  readonly onRunning: (isChecking: boolean) => void;
}

/** What the point's window may ask for, in terms of the point's service. */
export function pointHandlers(deps: PointHandlersDeps): RequestHandlers {
  const { context, service, tell, snooze, updater } = deps;
  const measuring = nodeMeasuring({ service, dataDir: context.dataDir, tell });
  const usual = serviceHandlers(service);
  return {
    ...usual,
    'point:state'() {
      deps.onShown();
      return usual['point:state']();
    },
    'help:running'(running) {
      deps.onRunning(running.checks.length > 0);
      return usual['help:running'](running);
    },
    'update:state': () => ok(updater()?.state() ?? { kind: 'none' }),
    'update:install': () => updater()?.installNow() ?? appErr('not-found'),
    'update:postpone': () => updater()?.postpone() ?? appErr('not-found'),
    'app:info': () =>
      ok({
        role: 'point',
        version: app.getVersion(),
        locale: service.settings.locale(),
        mode: context.launch.mode,
        keyProtected: service.keyProtected(),
        devices: { ...service.settings.devices() },
        hubAddress: presetHub(),
        roleIsChosen: context.forgetRole !== null,
        lastCrashAt: unseenCrashAt(context.dataDir),
      }),
    'app:set-appearance': ({ appearance }) => {
      deps.keepAppearance(appearance);
      return ok(null);
    },
    'app:choose-role-again': () => {
      const { enrolment } = service.state();
      if (enrolment) return appErr('enrolment-already', { point: enrolment.pointName });
      if (!context.forgetRole) return appErr('not-found');
      context.forgetRole();
      app.relaunch();
      app.quit();
      return ok(null);
    },
    'checks:measure': (request) => measuring.measure(request),
    'checks:cancel': (request) => measuring.cancel(request),
    'minutes:save': ({ meetingId }) => saveMinutes(service, meetingId),
    'support:export': ({ withPeople }) => exportForSupport(context, service, withPeople),
    'support:places': () => ok(supportPlaces(context.dataDir, 'point', app.getVersion())),
    'crash:keep': ({ name, frames }) => {
      keepCrash(context.dataDir, { kind: 'screen', reason: name, detail: frames.join('\n') });
      return ok(null);
    },
    'crash:seen': () => {
      markCrashesSeen(context.dataDir);
      return ok(null);
    },
    'reminders:snooze': ({ key }) => {
      snooze(key);
      return ok(null);
    },
    'unattended:finished': async (run) => {
      process.exitCode = await finishUnattended(run, service, context.launch.json);
      app.quit();
      return ok(null);
    },
  };
}
