import { z } from 'zod';

/**
 * `unmeasured`: we tried and could not tell; `not-run`: nobody tried. Neither ever counts as a pass, nor as a fault of the point.
 */
export const VERDICTS = ['pass', 'warn', 'fail', 'unmeasured', 'not-run'] as const;
export const verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof verdict>;

/** Numbers (SI units as the key says: `rttMs`, `uploadMbps`) and names that the words of a reason mention. */
export const reasonValues = z.record(z.string(), z.union([z.string(), z.number()]));
export type ReasonValues = Readonly<Record<string, string | number>>;

/** One thing worth saying about a measurement. */
export interface Finding<Problem extends string = string> {
  readonly verdict: 'warn' | 'fail' | 'unmeasured';
  readonly reason: Problem;
  readonly values: ReasonValues;
}

/** What a rule says: the worst finding first as `verdict` and `reason`, all of them in `findings`. */
export interface Judgement<Reason extends string = string> {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly values: ReasonValues;
  readonly findings: readonly Finding[];
}

const WEIGHT = { fail: 3, unmeasured: 2, warn: 1 } as const;

/**
 * Turns findings into a judgement: a fault outweighs what could not be measured, which outweighs a warning.
 * No finding at all is a pass with the reason `ok` and `values`.
 */
export function judgementOf<Problem extends string>(
  findings: readonly Finding<Problem>[],
  values: ReasonValues = {},
): Judgement<Problem | 'ok'> {
  const sorted = [...findings].sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict]);
  const worst = sorted[0];
  if (!worst) return { verdict: 'pass', reason: 'ok', values, findings: [] };
  return { verdict: worst.verdict, reason: worst.reason, values: worst.values, findings: sorted };
}
