import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/lib/paths.mjs';

/** Where the test run leaves its pictures; with `UPDATE_IMAGES=1` they go into the documents. */
const FOLDER = join(root, ...(process.env.UPDATE_IMAGES === '1' ? ['docs', 'images'] : ['test-output', 'screenshots']));

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}
