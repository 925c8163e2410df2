import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import type { LiveUpdate } from '../../../shared/protocol/console.ts';

/** Consoles that are open, one at each hub. */
export interface ConsoleWatch {
  /** The point sends a check that its row will show as its last; `sent` by `performance.now()`. */
  readonly expect: (code: string, lastRunAt: number, sent: number) => void;
  /** Waits for what is still under way, closes, and answers how long each took to show. */
  readonly end: () => Promise<number[]>;
}

const LAST_MS = 5_000;

export async function watchConsole(urls: readonly string[], cookie: string): Promise<ConsoleWatch> {
  const visibleMs: number[] = [];
  const closes = await Promise.all(urls.map((url) => open(url, cookie, visibleMs)));
  return {
    expect(code, lastRunAt, sent) {
      for (const { expected } of closes) expected.set(`${code} ${lastRunAt}`, sent);
    },
    async end() {
      const deadline = performance.now() + LAST_MS;
      let seen = -1;
      // No event says that nothing more comes.
      while (performance.now() < deadline && seen !== visibleMs.length) {
        seen = visibleMs.length;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      for (const { close } of closes) close();
      return visibleMs;
    },
  };
}

async function open(url: string, cookie: string, visibleMs: number[]) {
  const expected = new Map<string, number>();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/api/console/live`, { headers: { cookie } }, resolve).once('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`the console's stream answered ${response.statusCode}`);
  response.on('error', () => undefined);
  createInterface({ input: response }).on('line', (line) => {
    if (!line.startsWith('data: {"meetingId"')) return;
    // Not checked against the contract: a console is a machine of its own, here its work would be taken from the hub.
    const { row } = JSON.parse(line.slice('data: '.length)) as Partial<LiveUpdate>;
    if (row === undefined) return;
    const key = `${row.point.code} ${row.lastRunAt}`;
    const sent = expected.get(key);
    if (sent === undefined) return;
    expected.delete(key);
    visibleMs.push(performance.now() - sent);
  });
  return { expected, close: () => void response.destroy() };
}
