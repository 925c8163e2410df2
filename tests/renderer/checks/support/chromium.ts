import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from './find-browser.ts';

const MIME: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
const BUILD_TIME = { target: 'chrome130', assetsInlineLimit: 0, modulePreload: { polyfill: false } };

export interface ProbePage {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Builds the page that runs probes and serves it under the app's own content security policy. */
export async function serveProbePage(dir: string): Promise<ProbePage> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    publicDir: false,
    worker: { format: 'es' },
    build: {
      ...BUILD_TIME,
      outDir: dir,
      emptyOutDir: false,
      rolldownOptions: { input: fileURLToPath(new URL('probe-page.html', import.meta.url)) },
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(dir, path)).then(
      (content) => {
        const type = MIME[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { origin: `http://127.0.0.1:${port}`, stop };
}

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; media-src 'self' blob: mediastream:";

export interface BrowserOptions {
  /** Added to the environment, e.g. a private sound server's or a display's. */
  readonly env?: Readonly<Record<string, string>>;
  /** With a real window, for which there must be a display. */
  readonly headed?: boolean;
}

/** Gives `work` a Chromium with these devices and closes it afterwards. */
export async function withBrowser<T>(
  switches: readonly string[],
  work: (browser: Browser) => Promise<T>,
  { env = {}, headed = false }: BrowserOptions = {},
): Promise<T> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: !headed,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ['--no-sandbox', ...switches],
    // Playwright turns sound off; the probes are about sound.
    ignoreDefaultArgs: ['--mute-audio'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Opens the page in a fresh profile, as large as its window. Permissions: what the app's own shell would grant. */
export async function openProbePage(
  browser: Browser,
  { origin }: ProbePage,
  permissions: readonly string[] = ['camera', 'microphone'],
): Promise<Page> {
  const context = await browser.newContext({ permissions: [...permissions], viewport: null });
  const page = await context.newPage();
  await page.goto(`${origin}/probe-page.html`);
  return page;
}
