import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { closeLent, emptyTab } from './empty-tab.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** What the system asks for: `npm run screens` takes every screen in each. */
const ASKED_LOOK = process.env.DIEM_CAU_SYSTEM_LOOK;
export const PICTURES_ARE_KEPT = ASKED_LOOK !== undefined;
const SYSTEM = ASKED_LOOK ?? 'light';
const SHOTS = fileURLToPath(new URL(`../../../test-output/screens/${SYSTEM}`, import.meta.url));
type SystemLook = 'light' | 'dark' | 'contrast' | 'forced';

let shared: Promise<Browser> | undefined;

/**
 * Debian's Chromium with the made-up camera and microphone of Chromium itself. It is the same for all test files that a process runs,
 * and ends with it: what it once compiled of our scripts lasts. Its `close` ends what a file left open.
 */
export function openBrowser(): Promise<Browser> {
  shared ??= launch();
  return shared;
}

async function launch(): Promise<Browser> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    // Vitest ends its processes so and waits half a second: the browser is killed with this one, not closed in its time.
    handleSIGTERM: false,
  });
  process.once('SIGTERM', () => process.exit());
  browser.once('disconnected', () => {
    shared = undefined;
  });
  browser.close = () => closeLent(browser);
  return browser;
}

export interface PageOptions {
  readonly look?: SystemLook;
  /** A time at which the page's clock stands, epoch milliseconds; else the real one, or what the test makes of it. */
  readonly clock?: number;
}

/** An empty page. `complaints` collects what it logs as errors, policy breaches included. */
export async function openPage(
  browser: Browser,
  { look = SYSTEM as SystemLook, clock }: PageOptions = {},
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await emptyTab(browser, {
    clock,
    colorScheme: look === 'dark' ? 'dark' : 'light',
    contrast: look === 'contrast' ? 'more' : 'no-preference',
    forcedColors: look === 'forced' ? 'active' : 'none',
  });
  page.setDefaultTimeout(8000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints };
}

/**
 * What axe finds, one line each; it reckons with colours of ours where the system has put its own. It is read once for a document,
 * past the policy of the page, which stays as it is.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const loaded = await session.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (loaded.result.value === 'undefined') {
    await session.send('Runtime.evaluate', { expression: await readFile(AXE, 'utf8') });
  }
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.configure({ noHtml: true }), axe.run(document, {
      resultTypes: ['violations'],
      preload: { assets: ['media'] },
      rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
    }).then((r) => JSON.stringify(r.violations.flatMap((v) =>
      v.nodes.map((n) => v.id + ' ' + n.target.join(' ') + ': ' + n.failureSummary))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return JSON.parse(String(result.value)) as string[];
}

/** Texts that do not fit where they stand. Names of devices in a native select may be cut: their title has them whole. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!text || style.position === 'absolute' || element.closest('select, svg')) continue;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      if (clientWidth > 0 && (scrollWidth > clientWidth + 1 || (hides && scrollHeight > clientHeight + 1)))
        found.push(`${element.className}: ${element.textContent}`);
      const box = element.getBoundingClientRect();
      if (box.width > 1 && (box.right > innerWidth + 1 || box.left < -1))
        found.push(`off screen: ${element.textContent}`);
    }
    return found;
  });
}

/** Waits for the fonts, and keeps a picture of the screen in `test-output/screens` where `npm run screens` asks for them. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (!PICTURES_ARE_KEPT) return;
  await mkdir(SHOTS, { recursive: true });
  // A page of many screens takes a busy machine its time.
  await page.screenshot({ path: join(SHOTS, `${name}.png`), timeout: 45_000 });
}
