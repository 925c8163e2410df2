import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rotatingFile } from '../../../electron/log/rotating-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dc-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const numbersIn = (file: string): number[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { number: number }).number);

describe('a log file', () => {
  it('is set aside when it is full, the oldest is deleted, and no line in between is lost', () => {
    const file = join(folder, 'logs', 'hub.log');
    const log = pino({ base: null }, rotatingFile(file, { mostBytes: 2000, oldFiles: 3 }));
    for (let number = 0; number < 400; number += 1) log.info({ number }, 'a line');
    const files = readdirSync(join(folder, 'logs')).sort();
    expect(files).toEqual(['hub.log', 'hub.log.1', 'hub.log.2', 'hub.log.3']);
    const kept = ['hub.log.3', 'hub.log.2', 'hub.log.1', 'hub.log'].flatMap((name) =>
      numbersIn(join(folder, 'logs', name)),
    );
    expect(kept.at(-1)).toBe(399);
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => 400 - kept.length + index));
    for (const name of files) expect(statSync(join(folder, 'logs', name)).size).toBeLessThanOrEqual(2000);
  });

  it('goes on where it was left off, and only its owner may read it', () => {
    const file = join(folder, 'hub.log');
    for (const number of [1, 2]) pino({ base: null }, rotatingFile(file)).info({ number }, 'a line');
    expect(numbersIn(file)).toEqual([1, 2]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
