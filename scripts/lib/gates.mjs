import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** @typedef {{ name: string, command: string, args: string[] }} Gate what must hold besides the tests */

/** @param {string} project */
const types = (project) => ({
  name: `types of ${project}`,
  command: 'tsc',
  args: ['-p', `tsconfig.${project}.json`],
});

/** @type {Gate[]} */
export const typeGates = ['shared', 'renderer', 'electron', 'tests'].map(types);

/** @type {Gate[]} */
export const lintGates = [
  { name: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  {
    name: 'layers and cycles',
    command: 'depcruise',
    args: ['shared', 'electron', 'renderer', '--config', '.dependency-cruiser.cjs'],
  },
];

/** Some of them keep one core busy only. */
const AT_A_TIME = 2;

/**
 * Runs the gates; the output of one that fails is shown.
 * @param {readonly Gate[]} gates
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runGates(gates) {
  let passed = 0;
  const waiting = [...gates];
  const runWaiting = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const { ok, output } = await runGate(gate);
      if (ok) passed++;
      process.stdout.write(`${ok ? '' : output}${ok ? '✓' : '✗'} ${gate.name}\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, runWaiting));
  return { passed, failed: gates.length - passed };
}

/** @param {Gate} gate @returns {Promise<{ ok: boolean, output: string }>} */
function runGate({ command, args }) {
  const child = spawn(join(root, 'node_modules', '.bin', command), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
