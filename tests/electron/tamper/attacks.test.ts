import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTACKS, tryAttack } from '../../bench/benches/faults/attacks/all.ts';
import { pointSays, pointVerify, provinceVerify } from '../../bench/benches/faults/attacks/attack.ts';
import { copyStage, type Stage, workedStage } from '../../bench/benches/faults/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await workedStage();
});
afterAll(() => stage.remove());

test('nothing is told where nothing was done', async () => {
  const copy = copyStage(stage);
  expect(await pointVerify(copy.pointDirs[0])).toEqual([]);
  expect(await provinceVerify(copy.hubDir)).toEqual([]);
  expect(await pointSays(copy, copy.pointDirs[0])).toEqual([]);
  expect(await pointVerify(copy.pointDirs[0])).toEqual([]);
  expect(await provinceVerify(copy.hubDir)).toEqual([]);
  copy.remove();
});

test.each(ATTACKS.map((attack) => ({ attack, ...attack })))('$name: told by $by', async ({ attack, code }) => {
  expect(await tryAttack(attack, stage)).toContain(code);
});

test('the document tells every attack, who notices it and what is said', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/tamper-evidence.md'), 'utf8');
  const rows = ATTACKS.map(({ name, by, code }) => `| ${name} | ${by} | \`${code}\` |`);
  expect(page.split('\n').filter((line) => rows.includes(line))).toEqual(rows);
});
