import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { SetupError } from './say.mjs';

/**
 * Runs a command to its end, its output kept.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} `code` 127 when the command does not exist
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), stdout, stderr }));
  });
}

/**
 * Like `capture`, but a failure throws one clear error that ends with the last lines the command said.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof capture>[2] & { failure: string }} options
 */
export async function captureOrThrow(command, args, options) {
  const result = await capture(command, args, options);
  if (result.code === 0) return result.stdout;
  const tail = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new SetupError(`${options.failure} (\`${[command, ...args].join(' ')}\` ended with ${result.code})\n${tail}`);
}

/**
 * Runs a program in our place: its stdin and stdout are ours, our SIGINT and SIGTERM reach it, and we wait for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, dropStderr?: RegExp }} [options] `dropStderr`: harmless lines to hide
 * @returns {Promise<number>} its exit code, 128 + signal when a signal ended it
 */
export function runInOurPlace(command, args, options = {}) {
  const { dropStderr } = options;
  const stderr = dropStderr ? 'pipe' : 'inherit';
  const child = spawn(command, args, { cwd: options.cwd, env: options.env, stdio: ['inherit', 'inherit', stderr] });
  if (dropStderr && child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!dropStderr.test(line)) process.stderr.write(`${line}\n`);
    });
  }
  const forwarding = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new SetupError(`cannot run ${command}: ${error.message}`)));
    // An interrupted program that takes its leave politely has not succeeded.
    child.on('close', (code, signal) => resolve(code || exitCode(null, signal ?? forwarding.last())));
  }).finally(forwarding.stop);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {{ last: () => NodeJS.Signals | null, stop: () => void }} `last`: the signal we got last
 */
export function forwardSignals(child) {
  /** @type {NodeJS.Signals | null} */
  let last = null;
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    last = signal;
    // Ctrl-C in a terminal reaches the whole process group: the child has it already, and twice could cut its farewell.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  const stop = () => {
    for (const signal of signals) process.off(signal, forward);
  };
  return { last: () => last, stop };
}

/** @param {string} name a command to look for on PATH */
export function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((dir) => dir !== '' && existsSync(join(dir, name)));
}

/** The npm that runs us, or the one on PATH. @returns {[string, ...string[]]} */
export function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.c?js$/.test(cli) ? [process.execPath, cli] : ['npm'];
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  if (code !== null) return code;
  return signal ? 128 + constants.signals[signal] : 0;
}
