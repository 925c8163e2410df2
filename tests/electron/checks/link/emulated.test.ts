import { beforeAll, describe, expect, it } from 'vitest';
import { link } from '../../../../shared/checks/link/check.ts';
import { type LinkReached, linkMeasurement } from '../../../../shared/checks/link/measurement.ts';
import type { ProbeOutcome } from '../../../../shared/checks/probe-outcome.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { buildEnds, probeOver, whyNotEmulated } from '../../../linkem/emulate.ts';

const whyNot = whyNotEmulated();
if (whyNot) console.warn(`skipped: ${whyNot}`);

/** Payload of a full packet, of what the line carries. */
const GOODPUT = 1448 / 1500;

function reached(outcome: ProbeOutcome): LinkReached {
  if (outcome.kind === 'failed') throw new Error(outcome.failure);
  const line = linkMeasurement.parse(outcome.measurement);
  if (!line.reached) throw new Error(`${line.step}: ${line.cause}`);
  expect(line.durationMs).toBeLessThan(8_000);
  expect(line.bytesUsed).toBeLessThan(15_000_000);
  return line;
}

/** Other tests share the processors: wide enough for that, narrow enough to tell a wrong method. */
describe.skipIf(whyNot !== null)('over emulated links', () => {
  beforeAll(buildEnds);

  it('finds the capacity and the round trip of 50/20 Mbps', async () => {
    const line = reached(await probeOver({ downMbps: 50, upMbps: 20, rttMs: 20 }));
    expect(line.download?.mbps).toBeGreaterThan(0.75 * 50 * GOODPUT);
    expect(line.download?.mbps).toBeLessThan(1.15 * 50);
    expect(line.upload?.mbps).toBeGreaterThan(0.75 * 20 * GOODPUT);
    expect(line.upload?.mbps).toBeLessThan(1.15 * 20);
    expect(line.rttMsP50).toBeGreaterThan(19);
    expect(line.rttMsP50).toBeLessThan(30);
    expect(line.udp?.lossPct).toBeLessThan(1.5);
  });

  it('tells a poor line: 2/1 Mbps, 150 ms, jitter, loss', async () => {
    const outcome = await probeOver({ downMbps: 2, upMbps: 1, rttMs: 150, jitterMs: 20, lossPct: 4 });
    const line = reached(outcome);
    expect(line.rttMsP50).toBeGreaterThan(145);
    expect(line.rttMsP50).toBeLessThan(190);
    expect(line.jitterMs).toBeGreaterThan(4);
    expect(line.jitterMs).toBeLessThan(20);
    // 7.8 % both ways together, of 200 packets: three standard deviations either side.
    expect(line.udp?.lossPct).toBeGreaterThan(2);
    expect(line.udp?.lossPct).toBeLessThan(14);
    expect(link.judge(outcome, DEFAULT_POLICY.checks.link).verdict).not.toBe('pass');
  });

  it.each([
    ['the echoes', 1_000, ['echo']],
    ['the transfers', 2_800, ['download', 'upload']],
  ])('says so in bounded time when the path dies during %s', async (_phase, cutAfterMs, phases) => {
    const outcome = await probeOver({ downMbps: 20, upMbps: 10, rttMs: 30 }, { cutAfterMs });
    const line = reached(outcome);
    expect(phases).toContain(line.interruptedDuring);
    expect(line.rttMsP50).toBeLessThan(60);
    expect(link.judge(outcome, DEFAULT_POLICY.checks.link)).toMatchObject({ verdict: 'unmeasured' });
  });
});
