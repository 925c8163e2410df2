import { chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** The province's console in a real browser. */
export interface ConsolePage {
  readonly page: Page;
  /** What its console said as errors. */
  readonly errors: readonly string[];
  readonly signIn: (username: string, password: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openConsole(url: string): Promise<ConsolePage> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  const errors: string[] = [];
  page.on('console', (message) => {
    // The browser itself reports the 401 that tells the page nobody is signed in yet.
    if (message.type() === 'error' && !message.text().includes('401')) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  return {
    page,
    errors,
    async signIn(username, password) {
      await page.getByLabel('Tên đăng nhập').fill(username);
      await page.getByLabel('Mật khẩu').fill(password);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
    },
    close: () => browser.close(),
  };
}
