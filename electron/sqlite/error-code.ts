/** What SQLite says of each primary result code that is told to a person. Source: sqlite.org/rescode.html, `sqlite3_errstr`. */
const MESSAGES: Readonly<Record<string, number>> = {
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database disk image is malformed': 11,
  'database or disk is full': 13,
  'unable to open database file': 14,
  'file is not a database': 26,
};

/**
 * The primary result code of an error that SQLite threw, or null. The package for Node 20 leaves the number away where it reads
 * many rows: then the message tells.
 */
export function sqliteCode(error: Error): number | null {
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  if (!('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return null;
  return MESSAGES[error.message] ?? null;
}
