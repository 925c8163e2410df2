import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, type Bench, type Figure, reported } from '../bench.ts';
import { furnishWall } from './wall/furnish.ts';
import { startHub } from './wall/hub.ts';
import { pushUpdates } from './wall/updates.ts';
import { openWall, type WallPage } from './wall/wall-page.ts';

const POINTS = 3_321;
const COUNTRY = 50_000;
const PER_SECOND = 30;
const SECONDS = 20;

/** What people look at all morning: the wall of a whole country's points in a real browser, against a real hub. */
export const wall: Bench = {
  about: 'the readiness wall in a real browser against a real hub: first paint, filter, sort, live updates',
  usualSeconds: 180,
  options: ['points'],
  async run(root, { points }) {
    if (points !== null) return measured(root, points, points === POINTS);
    return [...(await measured(root, POINTS, true)), ...(await measured(root, COUNTRY, false))];
  },
};

async function measured(root: string, count: number, barred: boolean): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-wall-'));
  try {
    const furnished = await furnishWall(dataDir, count);
    const hub = await startHub(root, dataDir);
    try {
      const page = await openWall(hub.url, furnished);
      try {
        return await onPage(page, hub.url, furnished, count, barred);
      } finally {
        await page.close();
      }
    } finally {
      await hub.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onPage(
  page: WallPage,
  url: string,
  furnished: Awaited<ReturnType<typeof furnishWall>>,
  count: number,
  barred: boolean,
): Promise<Figure[]> {
  const figure = (name: string, value: number | null, unit: string, most: number) =>
    barred ? atMost(name, value, unit, most) : reported(`${name}, ${count} points`, value, unit);
  const { afterLoadMs, fromStartMs, oneLineMs } = await page.firstPaint();
  const { filterMs, sortMs, foundMs } = await page.handling();
  await page.beginLongTasks();
  const pushed = await pushUpdates(url, furnished, { perSecond: PER_SECOND, seconds: SECONDS });
  const live = await page.longTasks();
  return [
    figure('wall painted, from the end of the page’s load event', afterLoadMs, 'ms', 1500),
    reported(`wall painted, from the start of loading the page, ${count} points`, fromStartMs, 'ms'),
    reported(`one line of text of the same hub painted, beside ${count} points`, oneLineMs, 'ms'),
    figure('wall filtered, from the key or click to the next paint', filterMs, 'ms', 100),
    figure('wall filtered, from a letter to the paint of what it left', foundMs, 'ms', 100),
    figure('wall sorted, from the key to the next paint', sortMs, 'ms', 100),
    figure(`longest task of the page at ${PER_SECOND} updates a second`, live.longestMs, 'ms', 100),
    barred
      ? atLeast('updates that reached the page', live.updates / SECONDS, 'a second', PER_SECOND - 1)
      : reported(`updates that reached the page, ${count} points`, live.updates / SECONDS, 'a second'),
    figure('updates pushed and refused', pushed.refused, 'updates', 0),
    reported(`tiles in the page, ${count} points`, live.tiles, 'tiles'),
  ];
}
