import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A watcher waits on the shell's stdin, a pipe from us: whatever ends us, even SIGKILL, closes that pipe, and the watcher
 * ends the whole group, but for the shell, which stays to reap the program and ends with it.
 */
const TIE = 'trap : TERM; exec 9<&0; (cat <&9; kill 0) >/dev/null 2>&1 & "$@" </dev/null 9<&-';

export interface TiedProcess {
  readonly child: ChildProcess;
  /** Resolves when the program has ended, by itself or by `stop`. */
  readonly closed: Promise<void>;
  /** Ends the program and waits until it is gone. May be called twice. */
  readonly stop: () => Promise<void>;
}

/** Starts a program that cannot outlive this process. `env` is added to ours; stdout and stderr are pipes. */
export function spawnTied(command: string, args: readonly string[], env: Record<string, string> = {}): TiedProcess {
  const child = spawn('sh', ['-c', TIE, 'sh', command, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  child.stdin.on('error', () => {}); // it ended by itself
  child.once('exit', () => child.stdin.destroy());
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.stdout.resume();
    child.stderr.resume();
    child.stdin.end();
    await closed;
  };
  return { child, closed, stop };
}
