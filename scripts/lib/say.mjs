/**
 * What the scripts tell a person. Everything goes to stderr: stdout belongs to the program that is launched.
 */

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
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const bug = error instanceof Error ? error.stack : String(error);
    say(error instanceof SetupError ? `error: ${error.message}` : `error: ${bug}`);
    process.exitCode = 1;
  }
}
