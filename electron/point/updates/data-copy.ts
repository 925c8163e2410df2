import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { openSqlite } from '../../sqlite/open.ts';
import { JOURNAL_FILE, OPENED_BY_FILE } from '../data-files.ts';
import { onDisk } from '../journal-file.ts';

export const COPIES = 'before-update';
const MOST_COPIES = 3;

/**
 * Before a version that has not opened this data yet does: a copy of all of it but letters and logs, under the version that was.
 * The last three stay. A version whose data cannot be copied first must not open it. Errors: `storage-failed`, `journal-corrupt`.
 */
export function copyBeforeUpdate(dataDir: string, version: string): Result<{ readonly copy: string | null }, AppError> {
  return onDisk(() => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const before = openedBy(dataDir);
    if (before === version) return { copy: null };
    const copy = existsSync(join(dataDir, JOURNAL_FILE)) ? copyData(dataDir, before ?? 'unknown') : null;
    writeWhole(join(dataDir, OPENED_BY_FILE), JSON.stringify({ version }));
    return { copy };
  });
}

/** The version that opened the data last; null: none said so. */
export function openedBy(dataDir: string): string | null {
  try {
    const { version } = JSON.parse(readFileSync(join(dataDir, OPENED_BY_FILE), 'utf8'));
    return typeof version === 'string' ? version : null;
  } catch {
    return null;
  }
}

function copyData(dataDir: string, version: string): string {
  const copies = join(dataDir, COPIES);
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${version.replace(/[^0-9A-Za-z.-]/g, '_')}`;
  const part = join(copies, `.${name}.part`);
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  for (const file of readdirSync(dataDir, { withFileTypes: true })) {
    if (!file.isFile()) continue;
    if (/\.db$/.test(file.name)) copyDatabase(join(dataDir, file.name), join(part, file.name));
    else if (/\.json$/.test(file.name)) copyFileSync(join(dataDir, file.name), join(part, file.name));
  }
  renameSync(part, join(copies, name));
  const old = readdirSync(copies).sort().slice(0, -MOST_COPIES);
  for (const one of old) rmSync(join(copies, one), { recursive: true, force: true });
  return join(copies, name);
}

/** As it stands in one moment, also while a command writes to it. */
function copyDatabase(from: string, to: string): void {
  const db = openSqlite(from);
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.part`, file);
}
