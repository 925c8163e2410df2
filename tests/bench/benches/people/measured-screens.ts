import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runScript } from '../../run-script.ts';

/** Every screen of meetings and people, in both languages, at 1366x768 and at 200 % zoom, measured in the page. */
const measuredScreens = z.object({
  screens: z.number(),
  axeFindings: z.array(z.string()),
  /** Texts wider than where they stand, cut off or off the screen; pages that scroll sideways. */
  clippedTexts: z.array(z.string()),
});
export type MeasuredScreens = z.infer<typeof measuredScreens>;

const RESULT = join('test-output', 'people-screens.json');
const TIMEOUT_MS = 15 * 60_000;

/** Null when the screens could not be opened. What was found is told on stderr. */
export async function measureScreens(root: string): Promise<MeasuredScreens | null> {
  await rm(join(root, RESULT), { force: true });
  const args = ['run', '--project', 'renderer', '--reporter=json', 'tests/renderer/people-screens.test.ts'];
  await runScript(root, 'node_modules/vitest/vitest.mjs', args, { SCREENS: 'full' }, TIMEOUT_MS);
  try {
    const found = measuredScreens.parse(JSON.parse(await readFile(join(root, RESULT), 'utf8')));
    for (const fault of [...found.axeFindings, ...found.clippedTexts]) process.stderr.write(`${fault}\n`);
    return found;
  } catch {
    return null;
  }
}
