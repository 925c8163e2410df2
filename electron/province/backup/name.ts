import { formatDate, formatTime } from '../../../shared/strings/format.ts';

/** `diem-cau-2026-01-31-0800.backup.gz`, by the time in Vietnam. */
export function backupName(at: number): string {
  const day = formatDate(at).split('/').reverse().join('-');
  return `diem-cau-${day}-${formatTime(at).replace(':', '')}.backup.gz`;
}
