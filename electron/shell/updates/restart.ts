import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../../shared/result.ts';
import { onDisk } from '../../point/journal-file.ts';
import type { Launch } from '../launch.ts';
import { RESTART_FILE, type Restart } from './after-update.ts';

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
    const kept: Restart = { role: launch.role, data: launch.data === null ? null : dataDir };
    writeFileSync(join(home, RESTART_FILE), JSON.stringify(kept), { mode: 0o600, flush: true });
    return null;
  });
}
