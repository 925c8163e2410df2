import { z } from 'zod';
import { CHECK_IDS, type CheckId } from '../checks/check-id.ts';
import { overall } from '../checks/overall.ts';
import { reasonValues, type Verdict, verdict } from '../checks/verdict.ts';
import { type CheckRun, epochMs } from '../events/event.ts';
import { figureOf } from '../wall/figure-of.ts';

/** A check run of this point's journal, as its history shows it: `figure` is the one number of a check that is followed. */
export const pastCheck = z.object({
  at: epochMs,
  runId: z.string(),
  meetingId: z.string().nullable(),
  overall,
  policyVersion: z.string(),
  results: z.array(
    z.object({
      id: z.enum(CHECK_IDS),
      verdict,
      reason: z.string(),
      values: reasonValues,
      figure: z.number().nullable(),
    }),
  ),
});
export type PastCheck = z.infer<typeof pastCheck>;

/** So many are kept at hand; the journal has them all. */
export const MOST_PAST_CHECKS = 200;

export function pastCheckOf(
  { runId, meetingId, overall: whole, policyVersion, results }: CheckRun,
  at: number,
): PastCheck {
  return {
    ...{ at, runId, meetingId, overall: whole, policyVersion },
    results: results.map(({ id, verdict: one, reason, values, measurement }) => ({
      ...{ id, verdict: one, reason, values, figure: figureOf(id, measurement) },
    })),
  };
}

/** The newest last, the oldest forgotten. */
export function withPastCheck(before: readonly PastCheck[], added: PastCheck): readonly PastCheck[] {
  return [...before, added].slice(-MOST_PAST_CHECKS);
}

export interface Compared {
  readonly id: CheckId;
  readonly before: PastCheck['results'][number] | null;
  readonly after: PastCheck['results'][number] | null;
  /** Null where one of them was not run, or nothing can be said. */
  readonly change: 'better' | 'worse' | 'same' | null;
}

const RANK = { pass: 3, warn: 2, fail: 1 } as const;

/** Two runs beside one another, check by check. What was not measured is neither better nor worse. */
export function compareChecks(before: PastCheck, after: PastCheck): readonly Compared[] {
  return CHECK_IDS.map((id) => {
    const [one, other] = [before, after].map(({ results }) => results.find((result) => result.id === id) ?? null);
    return { id, before: one ?? null, after: other ?? null, change: changeOf(one?.verdict, other?.verdict) };
  });
}

function changeOf(before: Verdict | undefined, after: Verdict | undefined): Compared['change'] {
  const [one, other] = [before, after].map((value) =>
    value && value in RANK ? RANK[value as keyof typeof RANK] : null,
  );
  if (one == null || other == null) return null;
  return one === other ? 'same' : other > one ? 'better' : 'worse';
}

/** A check's figure over the runs that measured it, the oldest first. */
export function figuresOf(
  runs: readonly PastCheck[],
  id: CheckId,
): readonly { readonly at: number; readonly value: number; readonly verdict: Verdict }[] {
  return runs.flatMap(({ at, results }) => {
    const result = results.find((one) => one.id === id);
    return result && result.figure !== null ? [{ at, value: result.figure, verdict: result.verdict }] : [];
  });
}
