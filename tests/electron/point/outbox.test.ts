import { expect, test } from 'vitest';
import type { PointService } from '../../../electron/point/point-service.ts';
import { MAX_BATCH } from '../../../shared/protocol/entries.ts';
import { temporaryFolder } from './folder.ts';
import { handClock } from './hand-clock.ts';
import { unwrap } from './open-chain.ts';
import { openPoint, stateWhere } from './open-point.ts';
import { type PushFate, type SmallHub, startSmallHub } from './small-hub.ts';

const answer = (itemId: string, note = '') => ({ meetingId: 'm1', itemId, answer: 'yes' as const, note });

async function fileMany(point: PointService, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) unwrap(await point.answer(answer(`item-${i}`)));
}

/** Each entry once and in order: the numbers 1, 2, 3, … and no other. */
function expectWhole(hub: SmallHub, count: number): void {
  expect(hub.stored.map(({ entry }) => entry.seq)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
}

test('sends everything in order, in batches, and keeps the receipt', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const point = await openPoint(folder);
  unwrap(await point.enrol(hub.code()));
  await fileMany(point, MAX_BATCH + 20);
  expect(point.state().sync).toMatchObject({ lastSeq: MAX_BATCH + 21, receivedSeq: 0, pending: MAX_BATCH + 21 });
  unwrap(await point.syncNow());
  expectWhole(hub, MAX_BATCH + 21);
  expect(hub.pushes).toHaveLength(2);
  expect(point.state().sync).toMatchObject({ phase: 'idle', pending: 0, error: null });
  await point.close();

  const again = await openPoint(folder);
  expect(again.state().sync).toMatchObject({ receivedSeq: MAX_BATCH + 21, pending: 0 });
  unwrap(await again.syncNow());
  expect(hub.pushes).toHaveLength(2);
});

test('splits what would be too much for one body', async () => {
  const hub = await startSmallHub();
  const point = await openPoint(temporaryFolder(), {
    sync: { firstDelayMs: 1, maxDelayMs: 1, jitter: 0, maxBatchChars: 3000, feedEveryMs: 1, watchEveryMs: 1 },
  });
  unwrap(await point.enrol(hub.code()));
  for (let i = 0; i < 6; i += 1) unwrap(await point.answer(answer(`item-${i}`, 'x'.repeat(900))));
  unwrap(await point.syncNow());
  expectWhole(hub, 7);
  expect(hub.pushes.length).toBeGreaterThan(3);
});

test('a hub that loses, resets after storing, refuses and restarts ends with each entry once', async () => {
  const hub = await startSmallHub();
  const clock = handClock();
  const point = await openPoint(temporaryFolder(), { clock, random: () => 0 });
  unwrap(await point.enrol(hub.code()));
  await fileMany(point, 230);
  const fates: PushFate[] = ['lose', 'store-then-reset', 'busy', 'answer', 'store-then-reset', 'lose'];
  hub.fate = (push) => fates[push] ?? 'answer';
  const stop = point.start();
  let failures = 0;
  for (;;) {
    const { sync } = await stateWhere(point, ({ sync }) => sync.phase === 'waiting' || sync.pending === 0);
    if (sync.pending === 0) break;
    expect(sync.error).not.toBeNull();
    failures += 1;
    if (failures === 2) {
      await hub.stop();
      clock.advance((sync.nextTryAt ?? 0) - clock.now());
      await stateWhere(
        point,
        (state) => state.sync.error?.code === 'hub-unreachable' && state.sync.phase === 'waiting',
      );
      await hub.start();
    }
    clock.advance(60_000);
  }
  expectWhole(hub, 231);
  expect(hub.pushes.slice(0, fates.length)).toEqual(fates);
  stop();
});

test('waits longer after each failure, up to the limit, and not at all when it works again', async () => {
  const hub = await startSmallHub();
  const clock = handClock();
  const point = await openPoint(temporaryFolder(), { clock, random: () => 0 });
  unwrap(await point.enrol(hub.code()));
  hub.fate = () => 'busy';
  const stop = point.start();
  const waits: number[] = [];
  let before = 0;
  for (let round = 0; round < 8; round += 1) {
    const { sync } = await stateWhere(point, ({ sync }) => sync.phase === 'waiting' && hub.pushes.length > before);
    before = hub.pushes.length;
    const wait = (sync.nextTryAt ?? 0) - clock.now();
    waits.push(wait);
    clock.advance(wait);
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  await stateWhere(point, ({ sync }) => sync.phase === 'waiting' && hub.pushes.length > before);
  hub.fate = () => 'answer';
  // A new entry does not wait for the next try.
  await fileMany(point, 1);
  await stateWhere(point, ({ sync }) => sync.pending === 0);
  expectWhole(hub, 2);
  stop();
});

test('sends again what a hub restored from a backup has lost', async () => {
  const hub = await startSmallHub();
  const point = await openPoint(temporaryFolder());
  unwrap(await point.enrol(hub.code()));
  await fileMany(point, 9);
  unwrap(await point.syncNow());
  hub.stored.length = 4;
  await fileMany(point, 1);
  unwrap(await point.syncNow());
  expectWhole(hub, 11);
  expect(point.state().sync).toMatchObject({ receivedSeq: 11, pending: 0, error: null });
});

test('believes no receipt that the hub of the enrolment did not sign', async () => {
  const hub = await startSmallHub();
  const point = await openPoint(temporaryFolder());
  unwrap(await point.enrol(hub.code()));
  hub.fate = () => 'forged-receipt';
  expect(await point.syncNow()).toMatchObject({ ok: false, error: { code: 'hub-not-a-hub' } });
  expect(point.state().sync).toMatchObject({ receivedSeq: 0, pending: 1, error: { code: 'hub-not-a-hub' } });
  hub.fate = () => 'receipt-of-another-chain';
  expect(await point.syncNow()).toMatchObject({ ok: false, error: { code: 'journal-bad-chain' } });
  expect(point.state().sync.pending).toBe(1);
  hub.fate = () => 'answer';
  unwrap(await point.syncNow());
  expectWhole(hub, 1);
});

test('stopping ends a push under way and closes everything', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const point = await openPoint(folder);
  unwrap(await point.enrol(hub.code()));
  const asked = new Promise<void>((resolve) => {
    hub.fate = () => {
      resolve();
      return 'never-answer';
    };
  });
  point.start();
  await asked;
  await point.close();
  expect(hub.pushes).toEqual(['never-answer']);
  const again = await openPoint(folder);
  expect(again.state().sync).toMatchObject({ lastSeq: 1, pending: 1 });
});
