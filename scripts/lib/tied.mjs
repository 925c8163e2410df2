import { spawn } from 'node:child_process';

const KILL_AFTER_MS = 15_000;

/**
 * A watcher waits on the shell's stdin, a pipe from us: whatever ends us, even SIGKILL, closes that pipe, and the program
 * gets SIGTERM. When the program has ended, so does whatever it left in its process group.
 */
const TIE =
  'trap : TERM; exec 9<&0; "$@" </dev/null 9<&- & p=$!; (cat <&9; kill $p) >/dev/null 2>&1 & wait $p; s=$?; kill 0; exit $s';

/**
 * @typedef {object} TiedProcess
 * @property {import('node:child_process').ChildProcessByStdio<import('node:stream').Writable,
 *   import('node:stream').Readable, import('node:stream').Readable>} child its stdout and stderr must be read
 * @property {Promise<number>} closed resolves with the exit code when the program has ended, by itself or by `stop`
 * @property {() => Promise<void>} stop SIGTERM, SIGKILL if that does not help, and waits; may be called twice
 */

/**
 * Starts a program that cannot outlive this process (where there is a POSIX shell). It is in a process group of its own:
 * Ctrl-C in a terminal does not reach it, `stop` does.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env] added to ours
 * @returns {TiedProcess}
 */
export function spawnTied(command, args, env = {}) {
  const posix = process.platform !== 'win32';
  const [program, ...rest] = posix ? ['sh', '-c', TIE, 'sh', command, ...args] : [command, ...args];
  const child = spawn(program ?? command, rest, {
    detached: posix,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  child.stdin.on('error', () => {}); // it ended by itself
  child.once('exit', () => child.stdin.destroy());
  /** @type {Promise<number>} */
  const closed = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  closed.catch(() => {});
  const stop = async () => {
    child.stdout.resume();
    child.stderr.resume();
    child.stdin.end();
    if (!posix) child.kill();
    const killer = setTimeout(() => killGroup(child.pid, posix), KILL_AFTER_MS);
    await closed.catch(() => {});
    clearTimeout(killer);
  };
  return { child, closed, stop };
}

/**
 * @param {number | undefined} pid
 * @param {boolean} posix
 */
function killGroup(pid, posix) {
  try {
    if (pid !== undefined) process.kill(posix ? -pid : pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
