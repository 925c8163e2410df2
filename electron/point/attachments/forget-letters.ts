import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { onDisk } from '../journal-file.ts';
import { ATTACHMENTS_FOLDER } from './keep-attachment.ts';

const DAY_MS = 24 * 60 * 60_000;
/** What stands beside a letter that needs no more sending. */
export const SENT = '.sent';

/**
 * Deletes the letters that went to the hub (or are not wanted there) more than `days` ago, as the hub does with its own copy. One that
 * still waits stays. Answers how many went. Errors: `storage-failed`.
 */
export function forgetLetters(dataDir: string, days: number, now: number): Result<number, AppError> {
  const folder = join(dataDir, ATTACHMENTS_FOLDER);
  return onDisk(() => {
    if (!existsSync(folder)) return 0;
    const marks = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name.endsWith(SENT));
    const over = marks.filter(({ name }) => statSync(join(folder, name)).mtimeMs < now - days * DAY_MS);
    for (const { name } of over) {
      // The letter first: a mark without one is only deleted again.
      rmSync(join(folder, name.slice(0, -SENT.length)), { force: true });
      rmSync(join(folder, name), { force: true });
    }
    return over.length;
  });
}
