import { ok } from '../../shared/result.ts';
import { readCpuTimes } from '../checks/cpu-times.ts';
import type { PointService } from '../point/point-service.ts';
import type { RequestHandlers } from './answer-request.ts';

/** What the window may ask for that the point's service answers alone, whatever shell is around it. */
export function serviceHandlers(service: PointService) {
  return {
    'app:set-locale': ({ locale }) => service.settings.setLocale(locale),
    'devices:choose': ({ kind, choice }) => service.settings.chooseDevice(kind, choice),
    'point:state': () => ok(service.state()),
    'point:enrol': ({ code }) => service.enrol(code),
    'point:sync': () => service.syncNow(),
    'checks:cpu-times': () => ok(readCpuTimes()),
    'checks:file': (run) => service.fileCheckRun(run),
    'checklist:answer': (answer) => service.answer(answer),
    'leader:pin-state': ({ personId }) => service.pinState(personId),
    'leader:set-pin': ({ personId, pin, code }) => service.setPin(personId, pin, code),
    'leader:sign-in': (args) => service.signIn(args),
    'attachment:keep': ({ bytes }) => service.keepAttachment(bytes),
    'meeting:record': (fact) => service.record(fact),
    'history:checks': () => ok([...service.pastChecks()]),
    'help:answer': ({ id, answer }) => service.answerHelp(id, answer),
    'help:running': (running) => {
      service.setRunning(running);
      return ok(null);
    },
  } satisfies Partial<RequestHandlers>;
}
