import { z } from 'zod';

/** A series: how often, and how many meetings in all. */
export const recurrence = z.object({
  every: z.enum(['day', 'week', 'month']),
  count: z.number().int().min(2).max(60),
});
export type Recurrence = z.infer<typeof recurrence>;

const DAY_MS = 24 * 60 * 60_000;
/** Asia/Ho_Chi_Minh has no daylight saving time, so days there are all equally long. */
const VIETNAM_MS = 7 * 60 * 60_000;

/**
 * The starts of a series, epoch milliseconds, the first included. A month that lacks the day takes its last one:
 * 31 January, 28 February, 31 March.
 */
export function startsOf(first: number, { every, count }: Recurrence): readonly number[] {
  return Array.from({ length: count }, (_, turn) => {
    if (every === 'month') return monthsLater(first, turn);
    return first + turn * (every === 'week' ? 7 : 1) * DAY_MS;
  });
}

function monthsLater(first: number, months: number): number {
  const local = new Date(first + VIETNAM_MS);
  const day = local.getUTCDate();
  const moved = new Date(local);
  moved.setUTCDate(1);
  moved.setUTCMonth(local.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, lastDay));
  return moved.getTime() - VIETNAM_MS;
}
