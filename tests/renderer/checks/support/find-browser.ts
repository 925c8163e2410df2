import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Chromium of this machine. */
export function findBrowser(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (found) return found;
  }
  throw new Error('no chromium on PATH');
}
