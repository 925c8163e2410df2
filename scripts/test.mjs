/**
 * `npm test [-- arguments for vitest]`: types, lint, layers, then all tests on real Electron. Installs what is missing.
 * The last line on stdout is `N passed, N failed[, N skipped]`; a failed gate counts as one failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDebianPackages } from './lib/debian.mjs';
import { lintGates, runGates, typeGates } from './lib/gates.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { root } from './lib/paths.mjs';
import { prepare, prepareElectron } from './lib/prepare.mjs';
import { forwardSignals } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';

await runMain(async () => {
  const packages = ensurePackages();
  const machine = ensureDebianPackages(['electron', 'display', 'tests'], 'for the tests');
  // The gates need npm's packages only: they compute while what is large is still fetched.
  const [gates] = await allDone([
    packages.then(() => runGates([...typeGates, ...lintGates])),
    Promise.all([packages, machine]).then(() => prepareElectron()),
    machine,
  ]);
  const tests = await prepareAndTest();
  const passed = gates.passed + tests.passed;
  const failed = gates.failed + tests.failed;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`);
  return failed === 0 ? 0 : 1;
});

/**
 * Waits for all even when one fails: an installation is not left half done.
 * @template {unknown[]} T
 * @param {{ [K in keyof T]: Promise<T[K]> }} works
 * @returns {Promise<T>}
 */
async function allDone(works) {
  const failed = (await Promise.allSettled(works)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return Promise.all(works);
}

/** A build that fails is a failure among others, so that the last line still comes. */
async function prepareAndTest() {
  try {
    await prepare();
  } catch (error) {
    say(String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return runVitest(process.argv.slice(2));
}

/**
 * @param {string[]} args
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} as `tests/support/summary-reporter.ts` wrote
 */
async function runVitest(args) {
  const dir = mkdtempSync(join(tmpdir(), 'diem-cau-test-'));
  const file = join(dir, 'summary.json');
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', ...args], {
      cwd: root,
      env: { ...process.env, DIEM_CAU_TEST_SUMMARY: file },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const forwarding = forwardSignals(child);
    const code = await new Promise((resolve) => child.on('close', resolve));
    forwarding.stop();
    const summary = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
    // Whatever else ends vitest badly must not look like success.
    return code === 0 || summary.failed > 0 ? summary : { ...summary, failed: 1 };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
