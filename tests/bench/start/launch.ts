import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { memoryOf, ticksOf } from '../process-memory.ts';
import type { Launchable } from './packaged.ts';

export interface Start {
  /** From the start of the process until its window first shows something, milliseconds. */
  readonly shownMs: number;
  /** Until it shows what can be used: its first screen whole, which answers from then on. */
  readonly usableMs: number;
  /** Until its main process answers the page as well, milliseconds; null where the page has none to ask. */
  readonly answeredMs: number | null;
  /** Of all its processes once they rest, shared pages counted by share, bytes. */
  readonly bytes: number;
}

const REST_MS = 1_000;
/** Of one core while it rests. */
const REST_SHARE = 0.05;
const REST_MOST_MS = 20_000;
const END_MS = 5_000;
const START_MOST_MS = 60_000;

/**
 * Starts it, waits until its window stands and all is quiet, and ends it. Driven by DevTools, as an inspector is fused off.
 * @param screen what its first screen is known by, a CSS selector
 * @param env of the screen it is shown on, added to ours
 * @param kept its data; a folder for this start alone when left out
 */
export async function startOnce(
  { command, args }: Launchable,
  screen: string,
  env: Readonly<Record<string, string>>,
  kept?: string,
): Promise<Start> {
  const data = kept ?? (await mkdtemp(join(tmpdir(), 'diem-cau-start-')));
  const startedAt = Date.now();
  const child = spawn(
    command,
    [...args, '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${data}`, '--data', data],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } },
  );
  try {
    const late = setTimeout(() => child.kill('SIGKILL'), START_MOST_MS);
    const browser = await chromium.connectOverCDP(await devToolsOf(child));
    try {
      const page = await firstPage(browser);
      const shownAt = await firstPaint(page);
      const [usableAt, answeredAt] = await Promise.all([screenPainted(page, screen), mainAnswered(page)]);
      clearTimeout(late);
      await untilItRests(child.pid ?? 0);
      return {
        shownMs: shownAt - startedAt,
        usableMs: usableAt - startedAt,
        answeredMs: answeredAt === null ? null : answeredAt - startedAt,
        bytes: memoryOf(child.pid ?? 0),
      };
    } finally {
      await browser.close();
    }
  } finally {
    await end(child);
    // A process of Chromium's may write one file more while it ends.
    if (!kept) await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function devToolsOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('no stderr');
  for await (const line of createInterface({ input: child.stderr })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('it ended without a window');
}

async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (!context) throw new Error('no window');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

/** Epoch milliseconds. */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (entry.name === 'first-contentful-paint') resolve(performance.timeOrigin + entry.startTime);
          }
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );
}

/**
 * When the largest text of its first screen was painted, as the browser wrote it down; it is no larger before that screen stands.
 * Epoch milliseconds.
 */
async function screenPainted(page: Page, screen: string): Promise<number> {
  await page.locator(screen).first().waitFor();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) last = entry.startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        // Written down a moment after it was painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + last), 200)),
        );
      }),
  );
}

/** Epoch milliseconds; null: the page has no main process to ask. */
function mainAnswered(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const bridge = Reflect.get(window, 'diemCau');
    if (!bridge) return null;
    await bridge.request('app:info', {});
    return performance.timeOrigin + performance.now();
  });
}

/** Until all its processes together hardly use a core any more for a second. */
async function untilItRests(pid: number): Promise<void> {
  for (const until = Date.now() + REST_MOST_MS; Date.now() < until; ) {
    const before = ticksOf(pid);
    await delay(REST_MS);
    if (ticksOf(pid) - before < (REST_SHARE * REST_MS) / 10) return;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await closed;
  clearTimeout(timer);
}
