import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';

/** The application's log: a file in the data folder. Codes and counts only; no names, PINs, tokens or measured pictures. */
export function openLog(dataDir: string, name: string): Logger {
  return pino(
    { name, base: { pid: process.pid } },
    destination({ dest: join(dataDir, 'logs', `${name}.log`), mkdir: true, sync: true }),
  );
}
