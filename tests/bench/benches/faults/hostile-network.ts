import type { PointService } from '../../../../electron/point/point-service.ts';
import { type FaultClass, randomBelow, tell } from './fault-class.ts';
import { someTrouble, startProxy, type Trouble } from './hostile-proxy.ts';
import { hubAgainstPoint, lostAtPoint } from './programs/whole.ts';
import { enrolledStage, file, openPoint, serve, syncAtLast } from './stage.ts';

const QUICK = { firstDelayMs: 5, maxDelayMs: 25, jitter: 0.5, maxBatchChars: 3000, feedEveryMs: 150, watchEveryMs: 60 };
const TIMEOUTS = { connectMs: 400, totalMs: 700 };
/** A third of the bytes of all: the point's record while the line is bad. */
const MOST_GROWTH_MB = 64;
const HOUR_MS = 3_600_000;

/**
 * A line that resets, falls silent, loses, delays, doubles and answers for the hub, a hub that starts anew and a clock that jumps,
 * while the point records. What it says of itself is checked at each change: it never claims more than the hub has.
 */
export const hostileNetwork: FaultClass = {
  unit: 'troubled connections',
  full: 600,
  usualMinutes: 9,
  small: 25,
  async run(times) {
    const stage = await enrolledStage();
    const [dir] = stage.pointDirs;
    let hub = await serve(stage.hubDir);
    const port = Number(new URL(hub.url).port);
    let connections = 0;
    let calm = false;
    const next = (): Trouble => {
      if (calm) return { kind: 'none' };
      connections += 1;
      return someTrouble();
    };
    const proxy = await startProxy(() => port, next);
    let jump = 0;
    const clock = {
      now: () => Date.now() + jump,
      after(ms: number, work: () => void) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    };
    const point = await openPoint(dir, proxy.url, { sync: QUICK, timeouts: TIMEOUTS, clock });
    const bad = { lost: 0, doubled: 0, 'faults found': 0, overstated: 0, 'waits untold': 0, 'MB grown over': 0 };
    const watch = point.onChange(({ sync }) => {
      if (sync.receivedSeq > sync.lastSeq) bad.overstated += 1;
      if (sync.phase === 'waiting' && (sync.nextTryAt === null || sync.error === null)) bad['waits untold'] += 1;
    });
    const before = process.memoryUsage().heapUsed;
    const stop = point.start();
    try {
      for (let round = 0; connections < times; round += 1) {
        await file(point, 3);
        if (round % 8 === 5) jump = [0, HOUR_MS, -HOUR_MS, 0][randomBelow(4)] ?? 0;
        if (round % 20 === 19) {
          await hub.stop();
          hub = await serve(stage.hubDir, port);
        }
        await someConnections(() => connections, point);
      }
      const grown = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
      if (grown > MOST_GROWTH_MB) bad['MB grown over'] = Math.round(grown);
      [calm, jump] = [true, 0];
      stop();
      const synced = await syncAtLast(point);
      if (synced !== null) tell(`on a calm line: ${synced}`);
      if (point.state().sync.pending !== 0) bad.lost += point.state().sync.pending;
    } finally {
      watch();
      await point.close();
      await proxy.stop();
      await hub.stop();
    }
    bad.lost += await lostAtPoint(dir, new Map());
    const there = await hubAgainstPoint(stage.hubDir, dir);
    bad.lost += there.lost;
    bad.doubled += there.doubled;
    bad['faults found'] += there.faults;
    stage.remove();
    return { tried: connections, bad };
  },
};

/** Until a few more connections were made, or the point has nothing left to do on the line. */
async function someConnections(count: () => number, point: PointService): Promise<void> {
  const wanted = count() + 4;
  const deadline = Date.now() + 500;
  while (count() < wanted && Date.now() < deadline && point.state().sync.pending > 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
