import type { AttendanceFact } from '../events/journal-event.ts';
import type { Ruling } from '../events/rulings.ts';
import type { PlacedEntry } from './entry.ts';

/** Which comes first of two at the same millisecond: whoever leaves had come, whoever rules had seen. */
const RANK = {
  'connection-lost': 0,
  'connection-restored': 1,
  'technician-on-duty': 2,
  'leader-signed-in': 3,
  'seat-left': 4,
  'seat-returned': 5,
  'left-early': 6,
  ended: 7,
  'incident-opened': 8,
  'incident-updated': 9,
  'incident-resolved': 10,
  'absence-observed': 11,
  'composition-approved': 12,
  'composition-refused': 13,
  verified: 14,
  disputed: 15,
  'explanation-requested': 16,
  'explanation-given': 17,
  'explanation-recorded': 18,
  concluded: 19,
  'meeting-closed': 20,
  excused: 21,
  'not-excused': 22,
  'cause-set': 23,
  correction: 24,
  'province-correction': 25,
} as const satisfies Record<AttendanceFact['type'] | Ruling['type'], number>;

export function typeOf(entry: PlacedEntry): AttendanceFact['type'] | Ruling['type'] {
  return entry.source === 'point' ? entry.event.type : entry.ruling.type;
}

/** The total order all axes are folded in: time, then kind, then id. Ids are unique, so no two entries are alike. */
export function inOrder(a: PlacedEntry, b: PlacedEntry): number {
  return a.at - b.at || RANK[typeOf(a)] - RANK[typeOf(b)] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
