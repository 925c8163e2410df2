import type { Baselines } from '../../shared/baseline/baseline.ts';
import { driftOf } from '../../shared/baseline/drift-of.ts';
import type { CheckResult } from '../../shared/checks/check-result.ts';
import { overallOf } from '../../shared/checks/overall.ts';
import { judge } from '../../shared/checks/registry.ts';
import type { CheckRun } from '../../shared/events/event.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Measured } from './runner.ts';

/** What is known of a run besides its measurements. `startedAt` in epoch milliseconds. */
export interface RunFacts {
  readonly runId: string;
  readonly meetingId: string | null;
  readonly trigger: CheckRun['trigger'];
  readonly startedAt: number;
  readonly durationMs: number;
}

/** Judges one measured check by `policy` and compares it with what was measured before, as it is filed. */
export function resultOfCheck({ id, outcome, durationMs }: Measured, policy: Policy, known: Baselines): CheckResult {
  const { verdict, reason, values, findings } = judge(id, outcome, policy);
  const measurement = outcome.kind === 'measured' ? outcome.measurement : null;
  const drift = driftOf(id, known[id] ?? null, measurement, policy.drift);
  return { id, verdict, reason, values, findings: [...findings], drift, measurement, durationMs };
}

/** The event that records a run. `known` is what was measured before it. */
export function checkRunOf(
  facts: RunFacts,
  measured: readonly Measured[],
  policy: Policy,
  known: Baselines,
): Omit<CheckRun, 'type'> {
  const results = measured.map((one) => resultOfCheck(one, policy, known));
  return {
    ...facts,
    policyVersion: policy.version,
    overall: overallOf(results.map((result) => result.verdict)),
    results,
  };
}
