import { existsSync } from 'node:fs';
import { join } from 'node:path';

// By themselves: whether a folder holds a point's data is asked before anything of a point is read.

export const JOURNAL_FILE = 'journal.db';
export const PINS_FILE = 'pins.db';
export const DEVICE_KEY_FILE = 'device-key.json';
export const ENROLMENT_FILE = 'enrolment.json';
/** Tells which version opened this data last. */
export const OPENED_BY_FILE = 'opened-by.json';

const KEPT = [JOURNAL_FILE, PINS_FILE, DEVICE_KEY_FILE, ENROLMENT_FILE, OPENED_BY_FILE];

/** Nothing of a point was ever kept here. False where only a part of it is left: that is damage, not a beginning. */
export function isUnused(dataDir: string): boolean {
  return !KEPT.some((name) => existsSync(join(dataDir, name)));
}
