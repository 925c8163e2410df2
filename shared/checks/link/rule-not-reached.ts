import type { Finding } from '../verdict.ts';
import type { LinkNotReached } from './measurement.ts';
import type { LinkProblem } from './problems.ts';

/**
 * A machine without any network address is the point's own fault. Everything further out may be the hub's or the line's in
 * between: this machine cannot tell, so it is no verdict on the point.
 */
export function judgeNotReached(measurement: LinkNotReached): Finding<LinkProblem> {
  const values = { host: measurement.host, cause: measurement.cause };
  if (measurement.step === 'adapter') return { verdict: 'fail', reason: 'no-network', values: {} };
  return { verdict: 'unmeasured', reason: reasonOf(measurement), values };
}

function reasonOf({ step, cause }: LinkNotReached): LinkProblem {
  if (step === 'name') return 'name-unresolved';
  if (step === 'tls') return 'hub-insecure';
  if (step === 'responder') return 'responder-silent';
  if (step === 'tcp' || cause === 'hub-unreachable' || cause === 'hub-timeout') return 'hub-unreachable';
  if (cause === 'enrolment-missing') return 'not-enrolled';
  return cause === 'hub-busy' ? 'hub-busy' : 'hub-refused';
}
