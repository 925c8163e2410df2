import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { rotatingFile } from '../log/rotating-file.ts';

/** The application's log: a file in the data folder. Codes and counts only; no names, PINs, tokens or measured pictures. */
export function openLog(dataDir: string, name: string): Logger {
  return pino({ name, base: { pid: process.pid } }, rotatingFile(join(dataDir, 'logs', `${name}.log`)));
}
