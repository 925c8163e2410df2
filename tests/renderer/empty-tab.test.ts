import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBrowser, openPage, type PageOptions } from './support/browser.ts';
import { type Pages, servePages } from './support/pages.ts';

vi.setConfig({ testTimeout: 30_000 });

let pages: Pages;
let browser: Browser;
let asked: string[] = [];

beforeAll(async () => {
  pages = await servePages((request, response) => {
    if (!request.url?.startsWith('/asked/')) return false;
    asked.push(request.url);
    response.writeHead(204).end();
    return true;
  });
  browser = await openBrowser();
}, 60_000);

beforeEach(() => {
  asked = [];
});

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

const DAY = 86_400_000;
const timeOf = (page: Page) => page.evaluate(() => Date.now());
const address = () => `${pages.url('gallery')}#vi/host`;

async function open(options: PageOptions = {}): Promise<Page> {
  const { page } = await openPage(browser, options);
  await page.goto(address());
  return page;
}

const keptOf = (page: Page) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
    named: window.name,
    visited: history.length,
    left: 'left' in window,
    hovered: document.querySelectorAll(':hover').length,
  }));

async function leaveTraces(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.setItem('kept', 'yes');
    sessionStorage.setItem('kept', 'yes');
    await cookieStore.set('kept', 'yes');
    await caches.open('kept');
    await new Promise((done) => {
      indexedDB.open('kept').onsuccess = done;
    });
    window.name = 'kept';
    history.pushState(null, '', '?');
    Object.assign(window, { left: true });
  });
  await page.mouse.move(100, 100);
}

describe('a page that follows another in the same tab', () => {
  it('finds nothing of what the one before kept', async () => {
    const first = await open();
    const empty = await keptOf(first);
    await leaveTraces(first);
    const full = await keptOf(first);
    for (const [where, value] of Object.entries(full)) expect(value).not.toEqual(Object(empty)[where]);
    await first.close();
    const second = await open();
    expect(second).toBe(first);
    expect(await keptOf(second)).toEqual(empty);
    await second.close();
  });

  it('runs no script of the one before, tells it nothing and has a size of its own', async () => {
    const heard: string[] = [];
    const first = await open();
    first.on('console', (message) => heard.push(message.text()));
    await first.addInitScript(() => Object.assign(window, { left: true }));
    await first.setViewportSize({ width: 683, height: 384 });
    await first.goto(address());
    await first.evaluate(() => console.log('first'));
    await expect.poll(() => heard).toContain('first');
    await first.close();
    const second = await open();
    await second.goto(address());
    const told = second.waitForEvent('console');
    await second.evaluate(() => console.log('second'));
    expect((await told).text()).toBe('second');
    expect(heard).not.toContain('second');
    expect(await keptOf(second)).toMatchObject({ left: false });
    expect(await second.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768]);
    await second.close();
  });

  it('is another tab while the one before is open, and for another look or clock', async () => {
    const first = await open();
    const beside = await open();
    await leaveTraces(first);
    expect(await keptOf(beside)).toMatchObject({ local: {}, cookies: '', left: false });
    await Promise.all([first.close(), beside.close()]);
    const dark = await open({ look: 'dark' });
    expect(await dark.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    const [now, later] = [await open({ clock: DAY }), await open({ clock: 2 * DAY })];
    expect([await timeOf(now), await timeOf(later)]).toEqual([DAY, 2 * DAY]);
    await now.close();
    expect(await timeOf(await open({ clock: DAY }))).toBe(DAY);
  });

  it('is another tab where the clock of the one before was touched', async () => {
    const first = await open();
    await first.clock.setFixedTime(DAY);
    await first.close();
    expect(first.isClosed()).toBe(true);
    expect(await timeOf(await open())).toBeGreaterThan(1000 * DAY);
    const fixed = await open({ clock: DAY });
    await fixed.clock.setFixedTime(3 * DAY);
    await fixed.close();
    expect(await timeOf(await open({ clock: DAY }))).toBe(DAY);
  });

  it('asks nothing more once it is closed', async () => {
    const first = await open();
    await first.evaluate(() => {
      const ask = (number: number): Promise<void> => fetch(`/asked/${number}`).then(() => ask(number + 1));
      void ask(0);
    });
    await expect.poll(() => asked.length).toBeGreaterThan(2);
    await first.close();
    asked = [];
    const second = await open();
    expect(asked).toEqual([]);
    await second.close();
  });
});
