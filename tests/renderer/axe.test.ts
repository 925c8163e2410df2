import { expect, it } from 'vitest';
import { axeFindings, openBrowser, openPage } from './support/browser.ts';
import { servePages } from './support/pages.ts';

it('looks a document over anew, as often as it is asked', { timeout: 60_000 }, async () => {
  const pages = await servePages();
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser);
    await page.goto(`${pages.url('gallery')}#vi/host`);
    expect(await axeFindings(page)).toEqual([]);
    await page.evaluate(() => document.body.append(document.createElement('button')));
    expect(await axeFindings(page)).toEqual([expect.stringContaining('button-name')]);
    await page.evaluate(() => document.querySelector('body > button')?.remove());
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    expect(await axeFindings(page)).toEqual([]);
  } finally {
    await browser.close();
    await pages.close();
  }
});
