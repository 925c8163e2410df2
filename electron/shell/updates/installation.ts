import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Installation } from '../../../shared/updates/release.ts';
import { canSwap } from '../../point/updates/swap-folder.ts';

/** What tells how an application came here. */
export interface Traces {
  readonly isPackaged: boolean;
  readonly platform: string;
  readonly execPath: string;
  readonly resourcesPath: string;
  /** The file an AppImage was started from. */
  readonly appImage: string | undefined;
}

/** How this application was installed; null where it cannot replace itself (from sources, on macOS, in a folder of others). */
export async function installationOf(traces: Traces): Promise<Installation | null> {
  const { isPackaged, platform, execPath, resourcesPath, appImage } = traces;
  if (!isPackaged) return null;
  if (platform === 'win32') return 'nsis';
  if (platform !== 'linux') return null;
  if (appImage) return 'appimage';
  // electron-builder writes it into its packages.
  const type = await readFile(join(resourcesPath, 'package-type'), 'utf8').catch(() => '');
  if (type.trim() === 'deb') return 'deb';
  return type.trim() === '' && (await canSwap(dirname(execPath))) ? 'folder' : null;
}
