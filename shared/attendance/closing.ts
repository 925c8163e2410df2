import type { RulingEntry } from '../events/rulings.ts';
import { timelineOf } from './timeline.ts';

/** When a meeting was closed for all of its points, and by which ruling; null while it is not, or when that was taken back. */
export function closingOf(
  rulings: readonly RulingEntry[],
  meetingId: string,
): { readonly id: string; readonly at: number } | null {
  const forAll = rulings.filter(({ point }) => point === null);
  const { entries } = timelineOf(
    forAll.map((entry) => ({ source: 'province' as const, entry })),
    meetingId,
  );
  const closed = entries.find((entry) => entry.source === 'province' && entry.ruling.type === 'meeting-closed');
  return closed ? { id: closed.id, at: closed.at } : null;
}
