import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSqlite } from '../../sqlite/open.ts';

const FOLDER = 'before-update';
const MOST_COPIES = 3;

/**
 * Copies the embedded database as it stands before a newer version changes its tables: the last three such copies stay beside it.
 * Nothing where there is no database yet, or nothing to change. `waiting`: names of migrations that are to be run. Throws when it
 * cannot be copied; then nothing is changed.
 */
export function copyBeforeMigration(file: string, waiting: readonly string[], now: number): string | null {
  const newest = waiting.at(-1);
  if (newest === undefined || !existsSync(file)) return null;
  const folder = join(dirname(file), FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, `${new Date(now).toISOString().replace(/[:.]/g, '-')}-before-${newest}.sqlite`);
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  const db = openSqlite(file);
  try {
    db.prepare('VACUUM INTO ?').run(part);
  } finally {
    db.close();
  }
  renameSync(part, copy);
  for (const old of readdirSync(folder).sort().slice(0, -MOST_COPIES)) rmSync(join(folder, old), { force: true });
  return copy;
}
