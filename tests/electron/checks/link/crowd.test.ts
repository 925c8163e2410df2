import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { measureNode } from '../../../../electron/checks/node-probes.ts';
import { linkAccess } from '../../../../electron/point/link-access.ts';
import type { PointService } from '../../../../electron/point/point-service.ts';
import { linkMeasurement } from '../../../../shared/checks/link/measurement.ts';
import { enrolmentCodes, enrolWith, startRealHub } from './real-hub.ts';

const folder = mkdtempSync(join(tmpdir(), 'dc-crowd-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const POINTS = 40;

/** Somebody who is told to wait, so that whoever has a turn knows that it is a queue. */
function firstInQueue() {
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell };
}

/** Points that measure nothing: they take their turn, hold it until somebody waits, and give it back. */
async function takeTurn(
  point: PointService,
  atOnce: { now: number; most: number },
  queue: ReturnType<typeof firstInQueue>,
) {
  const places: number[] = [];
  const { grant, lease } = linkAccess(point);
  const onWaiting = ({ place }: { readonly place: number }) => {
    places.push(place);
    queue.tell();
  };
  const granted = await grant(AbortSignal.timeout(60_000), { onWaiting });
  atOnce.now += 1;
  atOnce.most = Math.max(atOnce.most, atOnce.now);
  await queue.told;
  atOnce.now -= 1;
  await lease.end(AbortSignal.timeout(5_000));
  return { granted, places };
}

it('lets forty points that come at once have their turn at a hub that bears two, and none fails', async () => {
  const hub = await startRealHub(join(folder, 'hub'), { lineMbps: { down: 200, up: 200 } });
  const codes = await enrolmentCodes(
    hub,
    Array.from({ length: POINTS }, (_, number) => String(number + 1)),
  );
  const points: PointService[] = [];
  for (const [number, code] of codes.entries()) points.push(await enrolWith(code, join(folder, `point-${number}`)));

  const atOnce = { now: 0, most: 0 };
  const queue = firstInQueue();
  const turns = await Promise.all(points.map((point) => takeTurn(point, atOnce, queue)));
  expect(turns.filter(({ granted }) => granted.ok)).toHaveLength(POINTS);
  expect(atOnce.most).toBeLessThanOrEqual(2);
  expect(turns.some(({ places }) => places.length > 0)).toBe(true);
  // A place only ever moves forward.
  for (const { places } of turns) expect([...places].sort((a, b) => b - a)).toEqual(places);

  // Three of them really measure; the third has to wait.
  const measured = await Promise.all(
    points.slice(0, 3).map((point) =>
      measureNode('link', {
        ...linkAccess(point),
        dataDir: folder,
        signal: AbortSignal.timeout(60_000),
        timeoutMs: 20_000,
        onProgress: () => {},
      }),
    ),
  );
  const lines = measured.map((outcome) => {
    if (outcome.kind === 'failed') throw new Error(outcome.failure);
    return linkMeasurement.parse(outcome.measurement);
  });
  expect(lines.map(({ reached }) => reached)).toEqual([true, true, true]);
  const waited = lines.flatMap(({ queue, durationMs }) => (queue ? [{ ...queue, durationMs }] : []));
  expect(waited).toHaveLength(1);
  // The waiting is told, and is no part of the check's own time.
  expect(waited[0]?.placeAtStart).toBe(1);
  expect(waited[0]?.waitedMs).toBeGreaterThan(0);
  for (const { durationMs } of lines) expect(durationMs).toBeLessThan(8_000);
  await Promise.all(points.map((point) => point.close()));
  await hub.stop();
}, 120_000);
