import { afterEach, beforeEach, expect, it } from 'vitest';
import { measureLink } from '../../../../electron/checks/link/probe.ts';
import { type LoopbackHub, startHub, worldOf } from './hub.ts';

let hub: LoopbackHub;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.stop());

/** Every socket of this process, the hub's ends included. */
function sockets(): number {
  return process.getActiveResourcesInfo().filter((name) => /^(TCPSocket|UDP)W/i.test(name)).length;
}

it.each([0.2, 0.5, 0.75])('cancelled at %d of the way, resolves with all sockets closed', async (moment) => {
  // The hub's own; those of the test before may still be closing.
  const before = 1;
  await expect.poll(sockets).toBe(before);
  const controller = new AbortController();
  let most = 0;
  const onProgress = (fraction: number) => {
    most = Math.max(most, sockets());
    if (fraction >= moment) controller.abort();
  };
  const outcome = await measureLink(worldOf(hub, { signal: controller.signal, onProgress }));
  expect(outcome).toEqual({ kind: 'failed', failure: 'cancelled', detail: '' });
  expect(most).toBeGreaterThan(before);
  await expect.poll(sockets).toBeLessThanOrEqual(before);
});
