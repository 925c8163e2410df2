import { type CorrectionStanding, correctionsOf } from './corrections.ts';
import type { AttendanceEntry, PlacedEntry } from './entry.ts';
import { inOrder } from './order.ts';
import { place } from './place.ts';

/** The course of one meeting at one point, as it holds now. */
export interface Timeline {
  /** What holds, in order: corrected where corrected, without what was withdrawn and without the corrections. */
  readonly entries: readonly PlacedEntry[];
  /** Every correction with what became of it, in order. */
  readonly corrections: readonly CorrectionStanding[];
  /** Everything as it was recorded, in order: nothing is ever lost from view. */
  readonly recorded: readonly PlacedEntry[];
}

/** Puts entries in order, each once. Entries of other meetings are left out. */
export function timelineOf(entries: readonly AttendanceEntry[], meetingId: string): Timeline {
  const byId = new Map<string, PlacedEntry>();
  for (const entry of entries) {
    if (meetingOf(entry) !== meetingId) continue;
    const placed = place(entry);
    const before = byId.get(placed.id);
    // The same entry may come twice with and without a measured clock: what is known more surely stays.
    if (!before || isSurer(placed, before)) byId.set(placed.id, placed);
  }
  const recorded = [...byId.values()].sort(inOrder);
  const { held, corrections } = correctionsOf(recorded);
  return { entries: [...held].sort(inOrder), corrections, recorded };
}

function meetingOf(entry: AttendanceEntry): string {
  return entry.source === 'point' ? entry.event.meetingId : entry.entry.meetingId;
}

function isSurer(a: PlacedEntry, b: PlacedEntry): boolean {
  const error = (entry: PlacedEntry) => entry.errorMs ?? Number.POSITIVE_INFINITY;
  // Subtracting two infinities would give no number.
  return error(a) !== error(b) ? error(a) < error(b) : inOrder(a, b) < 0;
}
