import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../backup/snapshot.ts';
import type { Db } from '../../db/schema.ts';
import type { Press } from './press.ts';
import { printHere } from './print-here.ts';
import { printInThreads } from './print-in-threads.ts';

/** In threads where the build has put their program beside this one; in this thread where it runs from the sources. */
export function openPress(db: Db, store: Store): Press {
  const thread = new URL(`./report-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
  return existsSync(thread) ? printInThreads(thread, store) : printHere(db);
}
