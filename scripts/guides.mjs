/**
 * `npm run guides`: the technician's guide and the leader's card as PDF on A4, to print and hand out, into `out/guides`. Their
 * pictures are those that the tests made (`docs/images`).
 */
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensurePackages } from './lib/packages.mjs';
import { root } from './lib/paths.mjs';
import { PRINTED, printGuide } from './lib/print-guide.mjs';
import { runMain, say } from './lib/say.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

await runMain(async () => {
  await ensurePackages();
  const { chromium } = await import('playwright-core');
  const executablePath = CHROMIUM.find(existsSync);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch(executablePath ? { executablePath, args } : { channel: 'chrome', args });
  try {
    const folder = join(root, 'out', 'guides');
    for (const name of Object.keys(PRINTED)) {
      const { pdf, pages, millimetres } = await printGuide(await browser.newPage(), name, folder);
      await writeFile(join(folder, `${name}.pdf`), pdf);
      await rm(join(folder, `${name}.html`));
      say(`${join(folder, `${name}.pdf`)}: ${pages} pages, ${millimetres} mm`);
    }
  } finally {
    await browser.close();
  }
  return 0;
});
