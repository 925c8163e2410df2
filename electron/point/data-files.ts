import { existsSync } from 'node:fs';
import { join } from 'node:path';

// By themselves: whether a folder holds a point's data is asked before anything of a point is read.

export const JOURNAL_FILE = 'journal.db';
export const DEVICE_KEY_FILE = 'device-key.json';
/** Tells which version opened this data last. */
export const OPENED_BY_FILE = 'opened-by.json';

/** Nothing of a point was ever kept here. False where only a part of it is left: that is damage, not a beginning. */
export function isUnused(dataDir: string): boolean {
  return ![JOURNAL_FILE, DEVICE_KEY_FILE, OPENED_BY_FILE].some((name) => existsSync(join(dataDir, name)));
}
