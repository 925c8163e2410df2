import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { bundle } from './bundle.ts';
import { temporaryFolder } from './folder.ts';
import { chainFault, openChain } from './open-chain.ts';

let program: ReturnType<typeof bundle>;
beforeAll(() => {
  program = bundle('tests/electron/point/append-many.ts', 'append-many');
});
afterAll(() => program.remove());

interface Writer {
  readonly child: ChildProcess;
  readonly go: () => void;
  /** Numbers it was told are saved, so far. */
  readonly acknowledged: number[];
  readonly closed: Promise<unknown>;
  /** Resolves once `count` are acknowledged. */
  readonly reached: (count: number) => Promise<void>;
}

async function startWriter(folder: string, name: string, count: number): Promise<Writer> {
  const child = spawn(process.execPath, [program.file, folder, name, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const acknowledged: number[] = [];
  const lines = createInterface(child.stdout!);
  const closed = Promise.all([once(child, 'close'), once(lines, 'close')]);
  const ended = closed.then(() => {
    throw new Error(`the writer ended (${child.exitCode}) after ${acknowledged.length}`);
  });
  ended.catch(() => undefined);
  await Promise.race([once(lines, 'line'), ended]);
  lines.on('line', (line) => acknowledged.push(Number(line)));
  const reached = async (wanted: number) => {
    while (acknowledged.length < wanted) await Promise.race([once(lines, 'line'), ended]);
  };
  return { child, go: () => void child.stdin!.write('go\n'), acknowledged, closed, reached };
}

test.each([3, 41, 120])('what was acknowledged is there after SIGKILL (%i entries in)', async (killedAt) => {
  const folder = temporaryFolder();
  const writer = await startWriter(folder, 'w', 5000);
  writer.go();
  await writer.reached(killedAt);
  writer.child.kill('SIGKILL');
  await writer.closed;
  expect(writer.child.signalCode).toBe('SIGKILL');

  const { journal, key, db } = await openChain(folder);
  const stored = journal.entries();
  expect(stored.length).toBeGreaterThanOrEqual(writer.acknowledged.length);
  expect(stored.length).toBeLessThan(5000);
  expect(stored.slice(0, writer.acknowledged.length).map(({ seq }) => seq)).toEqual(writer.acknowledged);
  expect(await chainFault(stored, key)).toBeNull();
  db.close();
});

test('two processes on one folder make one chain', async () => {
  const folder = temporaryFolder();
  const each = 100;
  const writers = await Promise.all([startWriter(folder, 'a', each), startWriter(folder, 'b', each)]);
  for (const { go } of writers) go();
  await Promise.all(writers.map(({ closed }) => closed));
  expect(writers.map(({ child }) => child.exitCode)).toEqual([0, 0]);

  const { journal, key, db } = await openChain(folder);
  expect(journal.entries()).toHaveLength(2 * each);
  expect(await chainFault(journal.entries(), key)).toBeNull();
  const all = writers.flatMap(({ acknowledged }) => acknowledged).sort((a, b) => a - b);
  expect(all).toEqual(Array.from({ length: 2 * each }, (_, i) => i + 1));
  db.close();
});
