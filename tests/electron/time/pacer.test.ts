import { afterEach, expect, it } from 'vitest';
import { type Pacer, startPacer } from '../../../electron/time/pacer.ts';

let pacer: Pacer | null = null;
afterEach(() => pacer?.stop());

/** Sends until `count` packets are gone; when each went, in ms. */
function sendAll(count: number, pace: Parameters<Pacer['set']>[0]): Promise<readonly number[]> {
  const sentAt: number[] = [];
  return new Promise((done) => {
    pacer = startPacer(() => {
      sentAt.push(performance.now());
      if (sentAt.length === count) done(sentAt);
      return sentAt.length < count;
    });
    pacer.set(pace);
  });
}

it('sends a burst at once although it is longer than one turn', async () => {
  expect(await sendAll(200, { burst: 200, everyMs: Number.POSITIVE_INFINITY, even: false })).toHaveLength(200);
});

it.each([true, false])('sends no faster than it is told, even: %s', async (even) => {
  const sentAt = await sendAll(60, { burst: 1, everyMs: 2, even });
  // What was late may be made up for by a few packets; what was never due is not sent.
  expect((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThan(0.9 * 59 * 2);
});

it('sends nothing any more once it is stopped, nor after the sender said no', async () => {
  let sent = 0;
  pacer = startPacer(() => {
    sent += 1;
    return sent < 3;
  });
  pacer.set({ burst: 10, everyMs: 1, even: false });
  expect(sent).toBe(3);
  pacer.set({ burst: 10, everyMs: 1, even: true });
  expect(sent).toBe(3);
  const other = startPacer(() => {
    sent += 1;
    return true;
  });
  other.stop();
  other.set({ burst: 5, everyMs: 1, even: false });
  expect(sent).toBe(3);
});
