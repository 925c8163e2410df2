/** Why a probe came back without a measurement. Common to all checks; the words stand in `strings/<locale>/verdicts.ts`. */
export const PROBE_FAILURES = ['timed-out', 'cancelled', 'probe-error'] as const;
export type ProbeFailure = (typeof PROBE_FAILURES)[number];
