import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { ok } from '../../shared/result.ts';
import { keepRole } from './chosen-role.ts';
import { withLog } from './log.ts';
import { runPoint } from './point-role.ts';
import { provinceFounding } from './province-role.ts';
import type { RoleStart } from './role.ts';
import { openSetup } from './setup-window.ts';

const USUAL_PORT = 7443;

/** A machine without a role: asks for it, keeps the answer, and goes on as that. `startIn` makes what a role is handed. */
export async function runFirstStart(
  home: string,
  distDir: string,
  startIn: (dataDir: string) => RoleStart,
): Promise<void> {
  const folderOf = (role: 'point' | 'province') => {
    const folder = join(home, role);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  };
  const founding = provinceFounding(withLog(startIn(folderOf('province')), 'province'));
  let locale: 'vi' | 'en' = 'vi';
  const setup = openSetup({
    distDir,
    role: null,
    port: USUAL_PORT,
    onPoint(choice) {
      keepRole(home, 'point');
      locale = choice.locale;
      return ok(null);
    },
    async onProvince(province) {
      const founded = await founding.found(province);
      if (founded.ok) keepRole(home, 'province');
      return founded;
    },
  });
  const role = await setup.chosen;
  if (role === null) return app.quit();
  if (role === 'province') await founding.open();
  else await runPoint(startIn(folderOf('point')), locale);
  setup.close();
}
