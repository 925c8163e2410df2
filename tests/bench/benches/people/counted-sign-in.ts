import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runScript } from '../../run-script.ts';

/** A sign-in by keyboard alone in the real window, PIN already set. */
const countedSignIn = z.object({
  /** Key presses from the opened app to the signed-in leader, every digit of the PIN counted. */
  keyActions: z.number(),
  /** From starting the program, its start included. */
  seconds: z.number(),
  /** Of every screen on the way. */
  axeFindings: z.number(),
});
export type CountedSignIn = z.infer<typeof countedSignIn>;

const RESULT = join('test-output', 'sign-in.json');

/** Signs a leader in with real Electron and a real hub, and gives what the test counted; null when it did not get so far. */
export async function countSignIn(root: string): Promise<CountedSignIn | null> {
  await rm(join(root, RESULT), { force: true });
  await runScript(root, 'node_modules/vitest/vitest.mjs', [
    ...['run', '--project', 'apps', '--reporter=json'],
    'tests/e2e/keyboard-sign-in.test.ts',
  ]);
  try {
    return countedSignIn.parse(JSON.parse(await readFile(join(root, RESULT), 'utf8')));
  } catch {
    return null;
  }
}
