import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const roleFile = z.object({ role: z.enum(['point', 'province']) });
export type Role = z.infer<typeof roleFile>['role'];

/** What this machine was chosen to be at its first start; null where nothing was. `home`: the folder of the application's data. */
export function chosenRole(home: string): Role | null {
  try {
    const parsed = roleFile.safeParse(JSON.parse(readFileSync(join(home, 'role.json'), 'utf8')));
    if (parsed.success) return parsed.data.role;
  } catch {
    // None yet, or unreadable: what lies there says it as well.
  }
  if (existsSync(join(home, 'point', 'enrolment.json'))) return 'point';
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
