import { z } from 'zod';
import { PROBE_FAILURES } from './probe-failure.ts';

/** A measurement crosses process boundaries as plain JSON; the check's own schema parses it before its rule sees it. */
export const probeOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measured'), measurement: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('failed'), failure: z.enum(PROBE_FAILURES), detail: z.string() }),
]);
export type ProbeOutcome = z.infer<typeof probeOutcome>;
