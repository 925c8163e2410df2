import { rounded } from '../rounded.ts';
import type { ReasonValues } from '../verdict.ts';
import type { LinkFinding } from './finding.ts';
import type { LinkNotReached } from './measurement.ts';
import type { LinkProblem } from './problems.ts';

/** Steps at which this machine or the socket in its wall is certainly at fault. */
const OWN_FAULT: Partial<Record<LinkNotReached['step'], LinkProblem>> = {
  adapter: 'no-network',
  address: 'no-address',
};

/** The hub's own faults, as it or the way to it names them. */
const HUB_FAULTS: readonly string[] = ['internal', 'storage-failed', 'hub-not-a-hub', 'input-invalid', 'rate-limited'];

/**
 * A machine without any network address is the point's own fault. Everything further out may be the hub's or the line's in
 * between: this machine cannot tell, so it is no verdict on the point.
 */
export function judgeNotReached(measurement: LinkNotReached): LinkFinding {
  const own = OWN_FAULT[measurement.step];
  if (own) return { verdict: 'fail', reason: own, values: {} };
  return { verdict: 'unmeasured', reason: reasonOf(measurement), values: valuesOf(measurement) };
}

function reasonOf(measurement: LinkNotReached): LinkProblem {
  switch (measurement.step) {
    case 'gateway':
      return 'gateway-silent';
    case 'name':
      return 'name-unresolved';
    case 'portal':
      return 'captive-portal';
    case 'tls':
      return 'hub-insecure';
    case 'certificate':
      return 'certificate-mismatch';
    case 'admission':
      return measurement.queue ? 'province-line-busy' : 'hub-busy';
    case 'responder':
      return 'responder-silent';
    case 'tcp':
      return outOfReach(measurement);
    default:
      return refused(measurement);
  }
}

function refused(measurement: LinkNotReached): LinkProblem {
  const { cause } = measurement;
  if (cause === 'hub-unreachable' || cause === 'hub-timeout') return outOfReach(measurement);
  if (cause === 'enrolment-missing') return 'not-enrolled';
  if (cause === 'hub-busy') return 'hub-busy';
  return HUB_FAULTS.includes(cause) || cause.startsWith('http-5') ? 'hub-error' : 'hub-refused';
}

/** Where other servers answer, the point's line is up: it is the hub that does not. */
function outOfReach({ platform = [] }: LinkNotReached): LinkProblem {
  return platform.some(({ reached }) => reached) ? 'hub-down' : 'hub-unreachable';
}

function valuesOf({ host, cause, queue, platform = [] }: LinkNotReached): ReasonValues {
  const answering = platform.filter(({ reached }) => reached).map(({ name }) => name);
  return {
    host,
    cause,
    ...(queue ? { waitedMinutes: rounded(queue.waitedMs / 60_000), place: queue.placeAtStart } : {}),
    ...(answering.length > 0 ? { targets: answering.join(', ') } : {}),
  };
}
