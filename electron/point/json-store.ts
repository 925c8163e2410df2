import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeFileSync as replaceFile } from 'atomically';
import type { z } from 'zod';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { onDisk } from './journal-file.ts';

/** One small JSON document on disk, replaced whole. Another process may replace it too: every read sees what is there now. */
export interface JsonStore<T> {
  read(): T;
  /** Errors: `storage-failed`. */
  write(value: T): Result<null, AppError>;
}

/**
 * Opens `<name>.json` in a folder. Written whole and synced before it takes the place of the one before. A file that is no JSON or
 * not of the schema is set aside under a name of its own, told by `onCorrupt`, and read as `empty`.
 */
export function openJsonStore<Schema extends z.ZodType<Record<string, unknown>>>(options: {
  readonly dataDir: string;
  readonly name: string;
  readonly schema: Schema;
  readonly empty: z.infer<Schema>;
  readonly now: () => number;
  readonly onCorrupt: (error: AppError) => void;
}): JsonStore<z.infer<Schema>> {
  const file = join(options.dataDir, `${options.name}.json`);
  let cached: { readonly stamp: string; readonly value: z.infer<Schema> } | null = null;

  function load(): z.infer<Schema> {
    const parsed = options.schema.safeParse(parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    const copy = `${file}.corrupt-${options.now()}`;
    renameSync(file, copy);
    options.onCorrupt(appErr('settings-corrupt', { file: basename(file), copy: basename(copy) }).error);
    return options.empty;
  }

  function read(): z.infer<Schema> {
    const stamp = stampOf(file);
    if (stamp === null) return options.empty;
    if (cached?.stamp !== stamp) cached = { stamp, value: load() };
    return cached.value;
  }

  function write(value: z.infer<Schema>): Result<null, AppError> {
    return onDisk(() => {
      // A corrupt one is set aside first.
      read();
      writeWhole(file, JSON.stringify(value, null, '\t'));
      return null;
    });
  }

  return { read, write };
}

function writeWhole(file: string, text: string): void {
  try {
    replaceFile(file, text, { mode: 0o600 });
  } catch (error) {
    // Windows sometimes takes two names in one folder for two volumes (electron-store, issue 106).
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    writeFileSync(file, text, { mode: 0o600, flush: true });
  }
}

/** Changes whenever the file is replaced; null when there is none. */
function stampOf(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino}:${stat.mtimeNs}:${stat.size}` : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
