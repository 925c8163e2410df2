import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { withLock } from '../../scripts/lib/lock.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { isRunning } from '../support/running.ts';

const dir = mkdtempSync(join(tmpdir(), 'diem-cau-processes-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('whoever comes second works after the first', async () => {
  const order: string[] = [];
  const file = join(dir, 'lock');
  const first = withLock(file, 'the test', async () => {
    order.push('first begins');
    await new Promise((resolve) => setImmediate(resolve));
    order.push('first ends');
  });
  await Promise.all([first, withLock(file, 'the test', async () => void order.push('second'))]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});

test('a lock whose owner died is taken over', async () => {
  const file = join(dir, 'dead-lock');
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(file, `${pid} 1`);
  await expect(withLock(file, 'the test', async () => 'done', { wait: false })).resolves.toBe('done');
});

test('a lock that is held is refused to whoever cannot wait, and free again afterwards', async () => {
  const file = join(dir, 'held-lock');
  await withLock(file, 'the test', async () => {
    const other = withLock(file, 'the test', async () => 'done', { wait: false });
    await expect(other).rejects.toThrow('the test is running');
  });
  await expect(withLock(file, 'the test', async () => 'done', { wait: false })).resolves.toBe('done');
});

test('a tied program ends with whoever started it, even by SIGKILL', async () => {
  const module = JSON.stringify(join(root, 'scripts', 'lib', 'tied.mjs'));
  const script = `
    const { spawnTied } = await import(${module});
    const { child } = spawnTied('sh', ['-c', 'echo $$; exec sleep 1000']);
    child.stdout.pipe(process.stdout);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(await new Promise<string>((resolve) => createInterface(parent.stdout).once('line', resolve)));
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
});
