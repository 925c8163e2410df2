import { isDeepStrictEqual } from 'node:util';
import { type Attendance, attendanceOf } from '../../../shared/attendance/attendance.ts';
import type { AttendanceContext } from '../../../shared/attendance/context.ts';
import type { AttendanceEntry } from '../../../shared/attendance/entry.ts';
import { context } from './builders.ts';

/** One sentence or transition of the domain text, with a course of events that shows it. */
export interface DomainRow {
  readonly axis: 'composition' | 'presence' | 'verification' | 'connection' | 'record';
  /** As the domain text has it. */
  readonly sentence: string;
  readonly entries: readonly AttendanceEntry[];
  /** Minutes after the start at which it is looked at; an hour unless given. */
  readonly now?: number;
  readonly context?: Partial<AttendanceContext>;
  readonly read: (attendance: Attendance) => unknown;
  readonly expected: unknown;
}

export function readingOf(row: DomainRow): unknown {
  return row.read(attendanceOf(row.entries, context(row.now ?? 60, row.context)));
}

/** Whether the software does what the sentence says. */
export function isWalked(row: DomainRow): boolean {
  return isDeepStrictEqual(readingOf(row), row.expected);
}
