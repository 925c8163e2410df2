import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the built console, looked for from `start` upwards; null where nothing was built. */
export function findConsoleDir(start: string): string | null {
  const folder = join(start, 'dist', 'renderer');
  if (existsSync(join(folder, 'province.html'))) return folder;
  return dirname(start) === start ? null : findConsoleDir(dirname(start));
}
