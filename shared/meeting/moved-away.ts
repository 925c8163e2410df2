import type { Meeting } from './meeting.ts';

type Moved = Pick<Meeting, 'id' | 'status' | 'startsAt' | 'expectedEndsAt' | 'lastChange'>;

/**
 * Meetings that were to come no later than `shown`, the next one, until the province moved them behind it: whoever prepared for one
 * must be told, until the time it was to end at is over. `shown`: null where nothing is next. `now` in epoch milliseconds.
 */
export function movedAway<One extends Moved>(
  meetings: readonly One[],
  shown: Pick<Meeting, 'id' | 'startsAt'> | null,
  now: number,
): readonly { readonly meeting: One; readonly wasAt: number }[] {
  return meetings.flatMap((meeting) => {
    const { id, status, startsAt, expectedEndsAt, lastChange } = meeting;
    const wasAt = lastChange?.before.startsAt;
    if (wasAt === undefined || status === 'cancelled' || id === shown?.id) return [];
    const wasToEnd = lastChange?.before.expectedEndsAt ?? wasAt + expectedEndsAt - startsAt;
    const wasFirst = shown === null || wasAt <= shown.startsAt;
    return startsAt > wasAt && wasFirst && wasToEnd > now ? [{ meeting, wasAt }] : [];
  });
}
