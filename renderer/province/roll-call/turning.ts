import type { AttendanceReport } from '../../../shared/protocol/attendance.ts';

/** So long before and after a meeting a point may be heard of for the first time. Milliseconds. */
const AROUND_MS = 24 * 60 * 60_000;

/**
 * Whether some row may still change without anybody recording anything: at the cut-off, or by a mere contact, somebody not seated yet
 * turns into one who is provisionally absent. Of that no live update comes.
 */
export function turnsByItself({ meeting, generatedAt, rows }: AttendanceReport): boolean {
  if (generatedAt < meeting.startsAt - AROUND_MS || generatedAt > meeting.expectedEndsAt + AROUND_MS) return false;
  return rows.some(({ presence: { status } }) => status === 'no-data' || status === 'not-yet');
}
