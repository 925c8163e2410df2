import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { health } from '../../../shared/protocol/health.ts';
import { bundle } from '../point/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'dc-process-'));
let built: ReturnType<typeof bundle>;
beforeAll(() => {
  built = bundle('electron/province/hub-process.ts', 'hub-process');
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [built.file, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, lines: createInterface({ input: child.stderr }) };
}

it('runs the hub headless, and ends in order when it is told to', async () => {
  const { child, ended, lines } = start('--data', join(folder, 'hub'), '--port', '0');
  const url = await new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const facts = line.startsWith('{') ? (JSON.parse(line) as { url?: string }) : {};
      if (facts.url !== undefined) resolve(facts.url);
    });
  });
  const answer = await fetch(`${url}/api/health`);
  expect(health.parse(await answer.json()).service).toBe('diem-cau');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

it('says in one line why it cannot start', async () => {
  const { ended, lines } = start();
  const said: string[] = [];
  lines.on('line', (line) => said.push(line));
  expect(await ended).toBe(1);
  expect(said).toEqual(['the hub could not start: --data is missing']);
});
