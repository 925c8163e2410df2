import { expect, it } from 'vitest';
import { measureCapacity } from '../../../../electron/checks/link/capacity.ts';
import type { FlowRun, RunLimits } from '../../../../electron/checks/link/flow-run.ts';
import { logArrivals } from '../../../../shared/protocol/link-arrivals.ts';

const IP_BYTES = 1_428;
const LINE_MBPS = 20;
const DELAY_US = 20_000;

/** A line whose bucket lets trains through unshaped, and that carries a flow for `livesMs`; what is sent later is lost. */
function bucketLine(livesMs: number) {
  return ({ mostPackets }: RunLimits): FlowRun => {
    const log = logArrivals({ mostPackets: 20_000, everyUs: 1_000 });
    const samples: ReturnType<typeof log.drain>[number][] = [];
    const startMs = performance.now();
    const isTrain = mostPackets <= 160;
    const mbps = isTrain ? 400 : LINE_MBPS;
    let sequence = 0;
    return {
      pace: () => undefined,
      samples() {
        const ms = Math.min(performance.now() - startMs, isTrain ? 1_000 : livesMs);
        for (; sequence < mostPackets && sequence * IP_BYTES <= 125 * mbps * ms; sequence += 1) {
          const sentUs = (8 * sequence * IP_BYTES) / mbps;
          log.take({ atUs: sentUs + DELAY_US + 30_000, bytes: IP_BYTES, sequence, sentUs, step: 1 });
        }
        samples.push(...log.drain());
        return samples;
      },
      strain: () => ({ late: 0, active: 0.1 }),
      bytes: () => sequence * IP_BYTES,
      stop: () => undefined,
    };
  };
}

function measured(livesMs: number, mostBytes: number) {
  const { signal } = new AbortController();
  const start = bucketLine(livesMs);
  const idle = { rttMs: 40, idleUs: DELAY_US, idleBytes: 100, spreadUs: 200 };
  const untilMs = performance.now() + 5_000;
  return measureCapacity({ start, ...idle, mostMbps: 450, mostBytes, untilMs, onRate: () => undefined }, signal);
}

it('takes a flow that was sent whole and whose end got lost for measured as far as it came, not for a dead path', async () => {
  const { broke, estimate } = await measured(120, 3_000_000);
  expect(broke).toBe(false);
  expect(estimate?.mbps).toBeLessThan(1.05 * LINE_MBPS);
  expect(estimate?.mbps).toBeGreaterThan(0.5 * LINE_MBPS);
});

it('takes one that falls silent while there is more to send for a path that died', async () => {
  expect(await measured(120, 900_000_000)).toMatchObject({ broke: true, estimate: null });
});
