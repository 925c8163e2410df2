import type { z } from 'zod';
import type { CheckId } from './check-id.ts';
import type { ProbeOutcome } from './probe-outcome.ts';
import type { Judgement } from './verdict.ts';

/** A check as `shared/` knows it: its rule, behind its measurement schema. */
export interface CheckDefinition<Limits = never> {
  readonly id: CheckId;
  /** Judges a probe's outcome. What the schema does not accept is `unmeasured` (`probe-error`), never a verdict on the point. */
  readonly judge: (outcome: ProbeOutcome, limits: Limits) => Judgement;
}

/**
 * Ties a check's schema and rule together.
 * The rule is a pure function of one measurement and the check's limits of the policy in force.
 */
export function defineCheck<Schema extends z.ZodType, Limits, Problem extends string>(parts: {
  readonly id: CheckId;
  readonly measurement: Schema;
  readonly rule: (measurement: z.infer<Schema>, limits: Limits) => Judgement<Problem | 'ok'>;
}): CheckDefinition<Limits> {
  return {
    id: parts.id,
    judge(outcome, limits) {
      if (outcome.kind === 'failed') return unmeasured(outcome.failure, outcome.detail);
      const parsed = parts.measurement.safeParse(outcome.measurement);
      return parsed.success ? parts.rule(parsed.data, limits) : unmeasured('probe-error', 'schema');
    },
  };
}

function unmeasured(reason: string, detail: string): Judgement {
  const values = { detail };
  return { verdict: 'unmeasured', reason, values, findings: [{ verdict: 'unmeasured', reason, values }] };
}
