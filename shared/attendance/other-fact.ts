import type { z } from 'zod';
import { replacementFact } from '../events/correction.ts';
import type { AttendanceFact } from '../events/journal-event.ts';

type Replacing = z.infer<typeof replacementFact>;

export const SEAT_FACTS = ['seat-left', 'seat-returned', 'left-early', 'ended'] as const;
export type SeatFact = (typeof SEAT_FACTS)[number];

/** Whether a fact is about the seat: another one of them may stand in its place. */
export function isSeatFact(event: AttendanceFact): event is Extract<AttendanceFact, { type: SeatFact }> {
  return SEAT_FACTS.some((type) => type === event.type);
}

/** What a fact says in its own words, as a correction may say it otherwise; null for what is not corrected so. */
export function wordsOf(event: AttendanceFact): string | null {
  switch (event.type) {
    case 'seat-left':
    case 'seat-returned':
    case 'left-early':
    case 'ended':
      return event.note;
    case 'technician-on-duty':
      return event.fullName;
    case 'incident-opened':
    case 'incident-updated':
      return event.what;
    case 'incident-resolved':
      return event.remedy;
    case 'explanation-given':
      return event.text;
    default:
      return null;
  }
}

/** The fact that stands instead: of another kind where it is about the seat, and in other words. Null where `words` do not do. */
export function otherFact(event: AttendanceFact, kind: SeatFact, words: string): Replacing | null {
  const text = words.trim();
  const fact = isSeatFact(event) ? { type: kind, meetingId: event.meetingId, note: text } : withWords(event, text);
  const read = replacementFact.safeParse(fact);
  return read.success ? read.data : null;
}

function withWords(event: AttendanceFact, text: string): unknown {
  switch (event.type) {
    case 'technician-on-duty':
      return { ...event, fullName: text };
    case 'incident-opened':
    case 'incident-updated':
      return text === '' ? null : { ...event, what: text };
    case 'incident-resolved':
      return { ...event, remedy: text };
    case 'explanation-given':
      return { ...event, text };
    default:
      return null;
  }
}
