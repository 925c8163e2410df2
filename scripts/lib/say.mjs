/**
 * What the scripts tell a person. Everything goes to stderr: stdout belongs to the program that is launched.
 */

const PARENT_POLL_MS = 500;

/** A failure a person can act on: shown as one line, without a stack. */
export class SetupError extends Error {}

/** @param {string} message one line, no full stop needed */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * Runs a script's main function; a `SetupError` becomes one line on stderr and exit code 1, a bug keeps its stack.
 * @param {() => Promise<number | void>} main returns the exit code (nothing: 0)
 */
export async function runMain(main) {
  endWithNpm();
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const bug = error instanceof Error ? error.stack : String(error);
    say(error instanceof SetupError ? `error: ${error.message}` : `error: ${bug}`);
    process.exitCode = 1;
  }
}

/**
 * npm hands a SIGTERM to the shell between us and it, and that shell dies without telling us. So when our parent is gone,
 * we end as if we had got the signal.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_POLL_MS);
  timer.unref();
}
