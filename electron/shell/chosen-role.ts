import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENROLMENT_FILE } from '../point/data-files.ts';

export type Role = 'point' | 'province';

/** What this machine was chosen to be at its first start; null where nothing was. `home`: the folder of the application's data. */
export function chosenRole(home: string): Role | null {
  try {
    // Read by hand: the first thing a start does has no use for schemas.
    const role: unknown = JSON.parse(readFileSync(join(home, 'role.json'), 'utf8'))?.role;
    if (role === 'point' || role === 'province') return role;
  } catch {
    // None yet, or unreadable: what lies there says it as well.
  }
  if (existsSync(join(home, 'point', ENROLMENT_FILE))) return 'point';
  return existsSync(join(home, 'province', 'hub.sqlite')) ? 'province' : null;
}

/** Throws when it cannot be written. */
export function keepRole(home: string, role: Role): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(join(home, 'role.json'), JSON.stringify({ role }));
}

/** The next start asks again. */
export function forgetRole(home: string): void {
  rmSync(join(home, 'role.json'), { force: true });
}
