import type { AttendanceRow } from '../../../shared/protocol/attendance.ts';

/** The rows for those who do not call: without the technicians' telephone numbers. */
export function withoutNumbers(rows: readonly AttendanceRow[]): AttendanceRow[] {
  return rows.map((row) => ({ ...row, duty: row.duty && { ...row.duty, phone: '' } }));
}
