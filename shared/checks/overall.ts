import { z } from 'zod';
import type { Verdict } from './verdict.ts';

/** Sẵn sàng · Sẵn sàng, có lưu ý · Chưa sẵn sàng · Không đo được. */
export const OVERALL = ['ready', 'ready-with-notes', 'not-ready', 'unmeasured'] as const;
export const overall = z.enum(OVERALL);
export type Overall = z.infer<typeof overall>;

/**
 * Any fault makes the point not ready. Without a fault, anything that was not measured or not run keeps it from being called
 * ready: a missing verdict is never guessed. No verdicts at all is `unmeasured` too.
 */
export function overallOf(verdicts: readonly Verdict[]): Overall {
  if (verdicts.includes('fail')) return 'not-ready';
  if (verdicts.length === 0 || verdicts.includes('unmeasured') || verdicts.includes('not-run')) return 'unmeasured';
  return verdicts.includes('warn') ? 'ready-with-notes' : 'ready';
}
