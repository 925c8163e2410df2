import { app } from 'electron';
import type { NoticeName, NoticeValue } from '../../shared/ipc-contract.ts';
import { ok } from '../../shared/result.ts';
import { readCpuTimes } from '../checks/encoder/cpu-times.ts';
import type { PointService } from '../point/point-service.ts';
import type { RequestHandlers } from './ipc.ts';
import { nodeMeasuring } from './node-measuring.ts';
import type { RoleContext } from './role.ts';
import { saveMinutes } from './save-minutes.ts';
import { finishUnattended } from './unattended.ts';

export interface PointHandlersDeps {
  readonly context: RoleContext;
  readonly service: PointService;
  readonly tell: <Name extends NoticeName>(name: Name, value: NoticeValue<Name>) => void;
  /** Puts a reminder off. */
  readonly snooze: (key: string) => void;
}

/** What the point's window may ask for, in terms of the point's service. */
export function pointHandlers({ context, service, tell, snooze }: PointHandlersDeps): RequestHandlers {
  const measuring = nodeMeasuring({ service, dataDir: context.dataDir, tell });
  return {
    'app:info': () =>
      ok({
        role: 'point',
        version: app.getVersion(),
        locale: service.settings.locale(),
        mode: context.launch.mode,
        keyProtected: service.keyProtected(),
        devices: { ...service.settings.devices() },
      }),
    'app:set-locale': ({ locale }) => service.settings.setLocale(locale),
    'devices:choose': ({ kind, choice }) => service.settings.chooseDevice(kind, choice),
    'point:state': () => ok(service.state()),
    'point:enrol': ({ code }) => service.enrol(code),
    'point:sync': () => service.syncNow(),
    'checks:measure': (request) => measuring.measure(request),
    'checks:cancel': (request) => measuring.cancel(request),
    'checks:cpu-times': () => ok(readCpuTimes()),
    'checks:file': (run) => service.fileCheckRun(run),
    'checklist:answer': (answer) => service.answer(answer),
    'leader:pin-state': ({ personId }) => service.pinState(personId),
    'leader:set-pin': ({ personId, pin, code }) => service.setPin(personId, pin, code),
    'leader:sign-in': (args) => service.signIn(args),
    'attachment:keep': ({ bytes }) => service.keepAttachment(bytes),
    'meeting:record': (fact) => service.record(fact),
    'help:answer': ({ id, answer }) => service.answerHelp(id, answer),
    'help:running': (running) => {
      service.setRunning(running);
      return ok(null);
    },
    'minutes:save': ({ meetingId }) => saveMinutes(service, meetingId),
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
