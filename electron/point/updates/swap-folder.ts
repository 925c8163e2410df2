import { execFile, spawn } from 'node:child_process';
import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { diskFault } from '../disk-fault.ts';
import { SWAP_SCRIPT } from './swap-script.ts';

const run = promisify(execFile);

export interface SwapDeps {
  /** The tar.gz, verified. */
  readonly archive: string;
  /** The folder that was unpacked from one, and the executable in it. */
  readonly appDir: string;
  readonly executable: string;
  /** What the application is started with again. */
  readonly args: readonly string[];
  readonly pid: number;
  /** The file the new version makes once it stands. */
  readonly mark: string;
  /** For the script and its log. */
  readonly folder: string;
  /** How long the new version may take to stand. A slow disk reads 250 MB in a minute. */
  readonly startMostMs?: number;
  /** Starts a program that outlives this process and gets none of its open files. */
  readonly leave?: (program: string, args: readonly string[]) => void;
}

const START_MOST_MS = 120_000;

/** Whether the folder of the application can be replaced by whoever runs it. */
export async function canSwap(appDir: string): Promise<boolean> {
  const writable = [appDir, dirname(appDir)].map((folder) => access(folder, constants.W_OK));
  return Promise.all(writable).then(
    () => true,
    () => false,
  );
}

/**
 * Unpacks the new version beside the old one and leaves a script that swaps them as soon as this process has ended; the one that
 * was is kept as `….previous`. The application has to end when this answers ok. Errors: `disk-full`, `update-failed`.
 */
export async function swapFolder(deps: SwapDeps): Promise<Result<null, AppError>> {
  const next = `${deps.appDir}.next`;
  try {
    await rm(next, { recursive: true, force: true });
    await mkdir(next);
    await run('tar', ['-xzf', deps.archive, '-C', next, '--strip-components=1', '--no-same-owner']);
    await access(join(next, deps.executable), constants.X_OK);
    const script = join(deps.folder, 'swap.sh');
    await mkdir(deps.folder, { recursive: true, mode: 0o700 });
    await writeFile(script, SWAP_SCRIPT, { mode: 0o700 });
    const halfSeconds = Math.ceil((deps.startMostMs ?? START_MOST_MS) / 500);
    const named = [deps.pid, deps.appDir, deps.executable, deps.mark, halfSeconds, join(deps.folder, 'swap.log')];
    const args = [script, ...named.map(String), ...deps.args];
    (deps.leave ?? leaveDetached)('/bin/sh', args);
    return ok(null);
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    return err(diskFault(error, 'update-failed'));
  }
}

function leaveDetached(program: string, args: readonly string[]): void {
  spawn(program, args, { detached: true, stdio: 'ignore' }).unref();
}
