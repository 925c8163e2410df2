import { existsSync, readFileSync } from 'node:fs';

/** Whether this process still runs; a zombie that nobody reaps has ended. Linux only. */
export function isRunning(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !/\) Z /.test(readFileSync(file, 'utf8'));
}
