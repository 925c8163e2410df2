import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { printGuide } from '../../scripts/lib/print-guide.mjs';
import { openBrowser } from './support/browser.ts';

/** A4 within its margins. */
const PAGE_MM = 275;

test('the technician’s guide fills two printed pages with its pictures, the leader’s card half of one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-guides-'));
  const browser = await openBrowser();
  onTestFinished(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const page = await browser.newPage();
  expect((await printGuide(page, 'ky-thuat-vien', folder)).pages).toBe(2);
  const pictures = await page.evaluate(() => [...document.images].map((image) => image.naturalWidth));
  expect(pictures.length > 0 && pictures.every((width) => width > 0)).toBe(true);
  const card = await printGuide(page, 'the-lanh-dao', folder);
  expect([card.pages, card.millimetres <= PAGE_MM / 2]).toEqual([1, true]);
}, 60_000);
