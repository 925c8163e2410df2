import { z } from 'zod';

/** Why a probe came back without a measurement. Common to all checks; the words stand in `strings/<locale>/checks.ts`. */
export const PROBE_FAILURES = ['timed-out', 'cancelled', 'probe-error'] as const;
export type ProbeFailure = (typeof PROBE_FAILURES)[number];

/** A measurement crosses process boundaries as plain JSON; the check's own schema parses it before its rule sees it. */
export const probeOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measured'), measurement: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('failed'), failure: z.enum(PROBE_FAILURES), detail: z.string() }),
]);
export type ProbeOutcome = z.infer<typeof probeOutcome>;
