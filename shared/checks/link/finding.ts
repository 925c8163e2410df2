import { rounded } from '../rounded.ts';
import type { Finding, ReasonValues } from '../verdict.ts';
import type { LinkProblem } from './problems.ts';

export type LinkFinding = Finding<LinkProblem>;
export type Way = 'up' | 'down';

export function warning(reason: LinkProblem, values: ReasonValues = {}): LinkFinding {
  return { verdict: 'warn', reason, values };
}

export function unmeasured(reason: LinkProblem, values: ReasonValues = {}): LinkFinding {
  return { verdict: 'unmeasured', reason, values };
}

/** A finding where `measured` is beyond what is allowed. `values` gets the measured tenths and the limit that was passed. */
export function above(
  reason: LinkProblem,
  measured: number,
  limits: { readonly warnAbove: number; readonly failAbove?: number },
  values: (measured: number, allowed: number) => ReasonValues,
): LinkFinding | null {
  const { warnAbove, failAbove = Number.POSITIVE_INFINITY } = limits;
  if (measured <= warnAbove && measured <= failAbove) return null;
  const failed = measured > failAbove;
  const allowed = failed ? failAbove : warnAbove;
  return { verdict: failed ? 'fail' : 'warn', reason, values: values(rounded(measured), allowed) };
}
