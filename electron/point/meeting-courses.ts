import { type ClockReading, clockAt, clockReadingOf } from '../../shared/attendance/clock.ts';
import type { ClockOffset, PointEntry } from '../../shared/attendance/entry.ts';
import type { SignedEntry } from '../../shared/events/journal-entry.ts';
import { attendanceFact } from '../../shared/events/journal-event.ts';

/** What this device recorded of the course of each meeting, with what its checks measured of its clock. */
export interface MeetingCourses {
  add(line: SignedEntry): void;
  of(meetingId: string): readonly PointEntry[];
  /** This device's clock against the province's, by the nearest measurement; null where there is none. */
  clockAt(deviceAt: number): ClockOffset | null;
}

export function createMeetingCourses(): MeetingCourses {
  const courses = new Map<string, PointEntry[]>();
  const readings: ClockReading[] = [];
  return {
    add({ hash, entry: { device, at, event } }) {
      const reading = clockReadingOf(event, at);
      if (reading) readings.push(reading);
      const fact = attendanceFact.safeParse(event);
      if (!fact.success) return;
      const { meetingId } = fact.data;
      const line: PointEntry = { source: 'point', id: hash, device, deviceAt: at, clock: null, event: fact.data };
      courses.set(meetingId, [...(courses.get(meetingId) ?? []), line]);
    },
    of: (meetingId) =>
      (courses.get(meetingId) ?? []).map((line) => ({ ...line, clock: clockAt(readings, line.deviceAt) })),
    clockAt: (deviceAt) => clockAt(readings, deviceAt),
  };
}
