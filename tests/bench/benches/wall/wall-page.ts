import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type FurnishedWall, MEETING } from './furnish.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** The wall in a real browser, with what the browser itself writes down of how it went. */
export interface WallPage {
  readonly firstPaint: () => Promise<FirstPaint>;
  /** The slowest of several: from the key or click to the next paint, as the browser's event timing tells. */
  readonly handling: () => Promise<Handling>;
  readonly beginLongTasks: () => Promise<void>;
  /** The longest task since then (0: none of 50 ms or more), and how many updates came. */
  readonly longTasks: () => Promise<{ readonly longestMs: number; readonly updates: number; readonly tiles: number }>;
  readonly close: () => Promise<void>;
}

export interface Handling {
  readonly filterMs: number | null;
  readonly sortMs: number | null;
  /** The slowest of several letters: until what it left was painted, as element timing tells. */
  readonly foundMs: number | null;
}

/** When the points of the wall were painted, milliseconds; null when the browser did not say. */
export interface FirstPaint {
  /** From the end of the page's load event. */
  readonly afterLoadMs: number | null;
  /** From the start of loading the page. */
  readonly fromStartMs: number | null;
  /** For comparison: until one line of text of the same hub was painted in the same browser, from the start of loading it. */
  readonly oneLineMs: number | null;
}

/** Collects entries of the browser's performance timeline in the page. */
const COLLECT = `
  globalThis.seen = { element: [], event: [], longtask: [] };
  addEventListener('keydown', ({ timeStamp }) => { globalThis.pressedAt = timeStamp; }, true);
  for (const type of ['element', 'event', 'longtask'])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen[type].push({ name: entry.name, duration: entry.duration, renderTime: entry.renderTime ?? 0,
          startTime: entry.startTime, identifier: entry.identifier ?? '' });
    }).observe({ type, buffered: true, durationThreshold: 16 });
`;

interface Seen {
  readonly name: string;
  readonly duration: number;
  readonly renderTime: number;
  readonly startTime: number;
  readonly identifier: string;
}

export async function openWall(url: string, { username, password }: FurnishedWall): Promise<WallPage> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByText('Họp giao ban trực tuyến').waitFor();
  // A page of its own, as somebody opens it in the morning: nothing of the sign-in is loaded.
  const wall = await context.newPage();
  await page.close();
  await wall.addInitScript(COLLECT);
  let updates = 0;
  const session = await context.newCDPSession(wall);
  await session.send('Network.enable');
  session.on('Network.eventSourceMessageReceived', ({ eventName }) => {
    if (eventName === 'readiness') updates += 1;
  });
  await wall.goto(`${url}/#/meetings/${MEETING}/wall`);
  await wall.getByRole('gridcell').first().waitFor();
  return {
    async firstPaint() {
      // Written down a moment after it was painted.
      await settle(wall);
      const entries = await seen(wall, 'element');
      const fromStartMs = entries.find(({ identifier }) => identifier === 'wall')?.renderTime ?? null;
      const loadedAt = await wall.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().loadEventEnd);
      const afterLoadMs = fromStartMs === null ? null : Math.max(0, fromStartMs - Number(loadedAt));
      return { fromStartMs, afterLoadMs, oneLineMs: await paintedOneLine(context, url) };
    },
    async handling() {
      const foundMs = await slowestAnswer(wall);
      const filterMs = await slowest(wall, () => filterOften(wall));
      const sortMs = await slowest(wall, () => sortOften(wall));
      return { filterMs, sortMs, foundMs };
    },
    async beginLongTasks() {
      await settle(wall);
      await clear(wall);
      updates = 0;
    },
    async longTasks() {
      await settle(wall);
      const entries = await seen(wall, 'longtask');
      const tiles = await wall.getByRole('gridcell').count();
      return { longestMs: Math.max(0, ...entries.map(({ duration }) => duration)), updates, tiles };
    },
    close: () => browser.close(),
  };
}

async function paintedOneLine(context: BrowserContext, url: string): Promise<number | null> {
  const page = await context.newPage();
  await page.goto(`${url}/api/health`);
  await settle(page);
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  await page.close();
  return painted ?? null;
}

async function filterOften(page: Page): Promise<void> {
  await page.keyboard.press('/');
  for (const key of ['d', 'a', 'k', ' ', 'd', 'o', 'a', '1']) await page.keyboard.press(key);
  for (let left = 0; left < 8; left += 1) await page.keyboard.press('Backspace');
  const counts = page.getByRole('group').first().getByRole('button');
  for (const index of [1, 2, 6, 9, 0]) await counts.nth(index).click();
}

async function sortOften(page: Page): Promise<void> {
  await page.getByLabel('Sắp xếp').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  await page.getByLabel('Gom theo cụm').focus();
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('Space');
}

/** One letter after the other, each once the one before was answered. */
async function slowestAnswer(page: Page): Promise<number | null> {
  await page.keyboard.press('/');
  const took: number[] = [];
  for (const key of ['d', 'a', 'k', ' ', 'd', 'o', 'a', ...Array.from({ length: 7 }, () => 'Backspace')]) {
    await settle(page);
    await clear(page);
    await page.keyboard.press(key);
    await settle(page);
    const [answer] = await seen(page, 'element');
    const pressedAt = await page.evaluate(() => Number(Reflect.get(globalThis, 'pressedAt')));
    if (answer === undefined) return null;
    took.push(answer.renderTime - pressedAt);
  }
  return Math.max(...took);
}

/** The slowest event while `work` went on. An event of less than 16 ms is not told of: then 16 it is, which it was not above. */
async function slowest(page: Page, work: () => Promise<void>): Promise<number | null> {
  await settle(page);
  await clear(page);
  await work();
  await settle(page);
  const entries = await seen(page, 'event');
  return Math.max(16, ...entries.map(({ duration }) => duration));
}

function seen(page: Page, type: 'element' | 'event' | 'longtask'): Promise<readonly Seen[]> {
  return page.evaluate((of) => (Reflect.get(globalThis, 'seen') as Record<string, Seen[]>)[of] ?? [], type);
}

/** Two paints later the browser has told of what was before. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300)))),
  );
}

async function clear(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const list of Object.values(Reflect.get(globalThis, 'seen') as Record<string, unknown[]>)) list.length = 0;
  });
}
