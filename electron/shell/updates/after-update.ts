import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Launch } from '../launch.ts';

export const RESTART_FILE = 'restart.json';
/** What a version was started with. */
export type Restart = Pick<Launch, 'role' | 'data'>;

/** What was asked for, or what the version before was started with where an installer started this one. */
export function launchAfterUpdate(
  launch: Launch,
  home: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Launch {
  // As the installer for Windows and electron-updater of an AppImage tell whom they start.
  const isByInstaller = args.includes('--updated') || env.APPIMAGE_SILENT_INSTALL === 'true';
  if (!isByInstaller || launch.role !== null || launch.data !== null) return launch;
  try {
    const kept: unknown = JSON.parse(readFileSync(join(home, RESTART_FILE), 'utf8'));
    return isRestart(kept) ? { ...launch, role: kept.role, data: kept.data } : launch;
  } catch {
    // Nothing was kept: what was chosen at the first start.
    return launch;
  }
}

/** By hand: the first thing a start does has no use for schemas. */
function isRestart(kept: unknown): kept is Restart {
  if (typeof kept !== 'object' || kept === null || !('role' in kept) || !('data' in kept)) return false;
  const { role, data } = kept;
  return (role === null || role === 'point' || role === 'province') && (data === null || typeof data === 'string');
}
