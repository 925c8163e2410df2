import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { registerAppScheme } from './shell/app-protocol.ts';
import { chosenRole, forgetRole, type Role } from './shell/chosen-role.ts';
import { hardenWebContents } from './shell/harden.ts';
import { type Launch, parseLaunch } from './shell/launch.ts';
import type { RoleStart } from './shell/role.ts';
import { launchAfterUpdate } from './shell/updates/after-update.ts';

/** Composition root: what was asked for → the role's services → its window. */
async function main(): Promise<void> {
  const home = join(app.getPath('appData'), 'diem-cau');
  const launch = readLaunch(home);
  if (launch === null) return app.exit(3);
  const role = roleOf(launch, home);
  const dataDir = resolve(launch.data ?? join(home, role ?? 'setup'));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(dataDir, 'window'));
  registerAppScheme();
  hardenWebContents();
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`another window is open on ${dataDir}\n`);
    return app.exit(launch.mode.kind === 'unattended' ? 3 : 0);
  }
  const distDir = import.meta.dirname;
  const startIn = (folder: string): RoleStart => ({
    launch,
    distDir,
    dataDir: folder,
    home,
    forgetRole: launch.role === null && launch.data === null ? () => forgetRole(home) : null,
  });
  if (role === null) {
    const { runFirstStart } = await import('./shell/first-start.ts');
    await app.whenReady();
    return runFirstStart(home, distDir, startIn);
  }
  const loading = loadRole(role);
  await app.whenReady();
  await (await loading)(startIn(dataDir));
}

/** As the command line says, else as chosen at the first start; null: nothing was chosen yet. A folder of one's own is a point's. */
function roleOf({ role, data, mode }: Launch, home: string): Role | null {
  if (role !== null) return role;
  return data !== null || mode.kind === 'unattended' ? 'point' : chosenRole(home);
}

/** Only what the role needs is read from disk. */
async function loadRole(role: Role): Promise<(start: RoleStart) => Promise<void>> {
  if (role === 'point') return (await import('./shell/point-role.ts')).runPoint;
  return (await import('./shell/province-role.ts')).runProvince;
}

function readLaunch(home: string): Launch | null {
  const args = process.argv.slice(app.isPackaged ? 1 : 2);
  try {
    return launchAfterUpdate(parseLaunch(args), home, args, process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  app.exit(3);
});
