import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';

export interface PackagedApp {
  /** The window as it is now: another one after each update. */
  readonly page: () => Promise<Page>;
  /** Waits for a window of the version, however often the application was started anew. */
  readonly runs: (version: string) => Promise<Page>;
  readonly end: () => Promise<void>;
}

const PATIENCE_MS = 180_000;
const LOOK_MS = 500;

/** Starts what was unpacked, and drives it by DevTools on a port: an inspector is fused off, and an update starts another process. */
export function startPackaged(appDir: string, dataDir: string, port: number, env: Record<string, string>): PackagedApp {
  const devices = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  const child: ChildProcess = spawn(
    join(appDir, 'diem-cau'),
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--remote-debugging-port=${port}`,
      ...devices,
      `--data=${dataDir}`,
    ],
    { stdio: 'ignore', env: { ...process.env, ...env } },
  );
  let browser: Browser | null = null;

  async function connect(): Promise<Page | null> {
    try {
      if (!browser?.isConnected())
        browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5000 });
      const page = browser.contexts()[0]?.pages()[0] ?? null;
      page?.setDefaultTimeout(60_000);
      return page;
    } catch {
      return null;
    }
  }

  async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await delay(LOOK_MS)) {
      const seen = await look();
      if (seen !== null) return seen;
    }
    throw new Error(`${what} did not come`);
  }

  return {
    page: () => until('the window', connect),
    runs: (version) =>
      until(`a window of ${version}`, async () => {
        const page = await connect();
        const shown = page && (await versionOf(page).catch(() => null));
        return shown === version ? page : null;
      }),
    async end() {
      await browser?.close().catch(() => undefined);
      // What an update started is no child of ours any more.
      for (const pid of processesIn(appDir)) kill(pid, 'SIGTERM');
      for (const end = Date.now() + 10_000; processesIn(appDir).length > 0 && Date.now() < end; ) await delay(100);
      for (const pid of processesIn(appDir)) kill(pid, 'SIGKILL');
      child.unref();
    },
  };
}

/** What the window's own bridge says: as the page itself asks. */
export function asked(page: Page, name: string): Promise<{ ok: boolean; value: Record<string, unknown> }> {
  return page.evaluate(
    (of) =>
      (window as unknown as { diemCau: { request: (n: string, a: object) => Promise<never> } }).diemCau.request(of, {}),
    name,
  );
}

async function versionOf(page: Page): Promise<unknown> {
  return (await asked(page, 'app:info')).value.version;
}

function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const isDead = /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
        return !isDead && readlinkSync(`/proc/${pid}/exe`).startsWith(`${folder}/`);
      } catch {
        return false;
      }
    });
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}
