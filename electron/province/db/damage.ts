import { type AppError, appErr } from '../../../shared/errors.ts';
import { sqliteCode } from '../../sqlite/error-code.ts';

const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
const NO_ROOM = new Set([SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN]);

/** PostgreSQL: disk full, input/output error. */
const NO_ROOM_THERE = new Set(['53100', '58030']);
/** Data corrupted, index corrupted. */
const DAMAGED_THERE = new Set(['XX001', 'XX002']);

/** `hub-database-corrupt` for an error that says the database is damaged, or null. */
export function databaseDamage(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  const damaged = [SQLITE_CORRUPT, SQLITE_NOTADB].includes(sqliteCode(error) ?? 0) || DAMAGED_THERE.has(codeOf(error));
  return damaged ? appErr('hub-database-corrupt', { detail: error.message }).error : null;
}

/** `hub-storage-failed` for an error that says the database's disk is full or fails, or null. */
export function diskFailure(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  const noRoom = NO_ROOM.has(sqliteCode(error) ?? 0) || NO_ROOM_THERE.has(codeOf(error)) || codeOf(error) === 'ENOSPC';
  return noRoom ? appErr('hub-storage-failed').error : null;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
