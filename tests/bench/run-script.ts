import { spawn } from 'node:child_process';
import { join } from 'node:path';

const TIMEOUT_MS = 180_000;

export interface ScriptRun {
  readonly output: string;
  /** Start-up included. */
  readonly seconds: number;
}

/**
 * Runs a Node script, `script` from the repository's top, and gives what it wrote to stdout however it ended.
 * @param env added to ours.
 */
export function runScript(
  root: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  timeout = TIMEOUT_MS,
): Promise<ScriptRun> {
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve({ output, seconds: (performance.now() - start) / 1000 }));
  });
}
