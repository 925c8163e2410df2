import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { attendanceFact, type JournalEvent } from '../../../shared/events/journal-event.ts';
import type { Happening } from './queue.ts';

const READINESS: readonly JournalEvent['type'][] = ['check-run', 'manual-answer', 'leader-signed-in'];
const ATTENDANCE: readonly string[] = attendanceFact.options.map(({ shape }) => shape.type.value);

/** What a push of one point is to others: one message a meeting and kind, however many lines say so. */
export function happeningsOf(point: string, lines: readonly SignedEntry[]): readonly Happening[] {
  const told = new Map<string, Happening>();
  for (const { entry } of lines) {
    for (const happening of ofEvent(point, entry.event)) told.set(JSON.stringify(happening), happening);
  }
  return [...told.values()];
}

function* ofEvent(point: string, event: JournalEvent): Generator<Happening> {
  const meetingId = 'meetingId' in event ? event.meetingId : null;
  if (meetingId === null) return;
  const data = { meetingId, point };
  if (READINESS.includes(event.type)) yield { type: 'readiness.changed', data };
  if (ATTENDANCE.includes(event.type)) yield { type: 'attendance.changed', data };
  if (event.type === 'incident-opened' || event.type === 'incident-resolved') {
    const type = event.type === 'incident-opened' ? 'incident.opened' : 'incident.resolved';
    yield { type, data: { ...data, incidentId: event.incidentId } };
  }
}
