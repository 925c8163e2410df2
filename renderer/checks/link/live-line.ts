import type { LinkSample, LinkWaiting } from '../../../shared/checks/link/live.ts';
import type { Live } from '../probe.ts';

export type LineLive = Extract<Live, { readonly kind: 'line' }>;

/** More than a whole link check tells; only a probe gone wild gets there. */
const MOST_SAMPLES = 2_000;

/** What is known of the line so far, with what was told just now. `waiting` undefined: as before. */
export function withLine(
  before: LineLive | undefined,
  samples: readonly LinkSample[],
  waiting: LinkWaiting | null | undefined,
): LineLive {
  return {
    kind: 'line',
    samples: [...(before?.samples ?? []), ...samples].slice(-MOST_SAMPLES),
    waiting: waiting === undefined ? (before?.waiting ?? null) : waiting,
  };
}
