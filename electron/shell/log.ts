import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { rotatingFile } from '../log/rotating-file.ts';
import type { RoleContext, RoleStart } from './role.ts';

/** The application's log: a file in the data folder. Codes and counts only; no names, PINs, tokens or measured pictures. */
function openLog(dataDir: string, name: string): Logger {
  return pino({ name, base: { pid: process.pid } }, rotatingFile(logFileIn(dataDir, name)));
}

export function logFileIn(dataDir: string, name: string): string {
  return join(dataDir, 'logs', `${name}.log`);
}

export function withLog(start: RoleStart, name: 'point' | 'province'): RoleContext {
  return { ...start, log: openLog(start.dataDir, name) };
}
