import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { registerAppScheme } from './shell/app-protocol.ts';
import { hardenWebContents } from './shell/harden.ts';
import { type Launch, parseLaunch } from './shell/launch.ts';
import { openLog } from './shell/log.ts';
import type { RoleContext } from './shell/role.ts';

/** Composition root: what was asked for → the role's services → its window. */
async function main(): Promise<void> {
  const launch = readLaunch();
  if (launch === null) return app.exit(3);
  const dataDir = resolve(launch.data ?? join(app.getPath('appData'), 'diem-cau', launch.role));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(dataDir, 'window'));
  registerAppScheme();
  hardenWebContents();
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`another window is open on ${dataDir}\n`);
    return app.exit(launch.mode.kind === 'unattended' ? 3 : 0);
  }
  const loading = loadRole(launch.role);
  await app.whenReady();
  const role = { launch, dataDir, log: openLog(dataDir, launch.role), distDir: import.meta.dirname };
  await (await loading)(role);
}

/** Only what the role needs is read from disk. */
async function loadRole(role: Launch['role']): Promise<(context: RoleContext) => Promise<void>> {
  if (role === 'point') return (await import('./shell/point-role.ts')).runPoint;
  return (await import('./shell/province-role.ts')).runProvince;
}

function readLaunch(): Launch | null {
  try {
    return parseLaunch(process.argv.slice(app.isPackaged ? 1 : 2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  app.exit(3);
});
