import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';

const FILES = ['emulated', 'cancel'].map((name) => `tests/electron/checks/link/${name}.test.ts`);
/** A machine like this one, but for the tunnel device. */
const HIDE_TUNNEL = 'mount -t tmpfs none /dev/net && exec "$@"';

const report = z.object({
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ name: z.string(), assertionResults: z.array(z.object({ status: z.string() })).min(1) }),
  ),
});

function whyNotHidden(): string | null {
  if (process.getuid?.() !== 0) return 'hiding the tunnel device needs root';
  const tried = spawnSync('unshare', ['--mount', 'sh', '-c', HIDE_TUNNEL, 'sh', 'true']);
  return tried.status === 0 ? null : 'this machine does not let the tunnel device be hidden';
}

const whyNot = whyNotHidden();
if (whyNot) console.warn(`skipped: ${whyNot}`);

it.skipIf(whyNot !== null)(
  'skips the emulated links where the tunnel device is missing, says so, and runs the rest',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'dc-missing-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const results = join(folder, 'results.json');
    const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${results}`];
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'line', ...reporters, ...FILES];
    const argv = ['--mount', 'sh', '-c', HIDE_TUNNEL, 'sh', process.execPath, ...vitest];
    const { stderr } = spawnSync('unshare', argv, { encoding: 'utf8', timeout: 25_000 });
    expect(stderr).toContain('skipped: emulated links need /dev/net/tun');
    const { numFailedTests, testResults } = report.parse(JSON.parse(readFileSync(results, 'utf8')));
    const statuses = (file: string) =>
      new Set(testResults.find(({ name }) => name.endsWith(file))?.assertionResults.map(({ status }) => status));
    expect(numFailedTests).toBe(0);
    expect(statuses(FILES[0]!)).toEqual(new Set(['skipped']));
    expect(statuses(FILES[1]!)).toEqual(new Set(['passed']));
  },
);
