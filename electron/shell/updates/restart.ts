import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../../shared/result.ts';
import { onDisk } from '../../point/journal-file.ts';
import type { Launch } from '../launch.ts';

const restart = z.object({ role: z.enum(['point', 'province']).nullable(), data: z.string().nullable() });
const NAME = 'restart.json';

/**
 * Keeps what this version was started with, for the next one: installers start that without arguments of ours. In the usual
 * place, where it looks whatever folder it is to open. Errors: `storage-failed`.
 */
export function keepRestart(
  home: string,
  { launch, dataDir }: { readonly launch: Pick<Launch, 'role' | 'data'>; readonly dataDir: string },
): Result<null> {
  return onDisk(() => {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    // Another working folder, another meaning of a relative path.
    const kept: z.infer<typeof restart> = { role: launch.role, data: launch.data === null ? null : dataDir };
    writeFileSync(join(home, NAME), JSON.stringify(kept), { mode: 0o600, flush: true });
    return null;
  });
}

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
    return { ...launch, ...restart.parse(JSON.parse(readFileSync(join(home, NAME), 'utf8'))) };
  } catch {
    // Nothing was kept: what was chosen at the first start.
    return launch;
  }
}
