import { beforeAll, describe, expect, it } from 'vitest';
import { link } from '../../../../shared/checks/link/check.ts';
import { type LinkReached, type LinkThroughput, linkMeasurement } from '../../../../shared/checks/link/measurement.ts';
import type { ProbeOutcome } from '../../../../shared/checks/probe-outcome.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { buildEnds, probeOver, whyNotEmulated } from '../../../linkem/emulate.ts';

const whyNot = whyNotEmulated();
if (whyNot) console.warn(`skipped: ${whyNot}`);

function reached(outcome: ProbeOutcome): LinkReached {
  if (outcome.kind === 'failed') throw new Error(outcome.failure);
  const line = linkMeasurement.parse(outcome.measurement);
  if (!line.reached) throw new Error(`${line.step}: ${line.cause}`);
  expect(line.durationMs).toBeLessThan(8_000);
  expect(line.bytesUsed).toBeLessThan(15_000_000);
  return line;
}

/** A rate that this machine limited is a lower bound, and says so. */
function expectRate(measured: LinkThroughput | null, truthMbps: number): void {
  const least = measured?.limitedBy === 'line' ? 0.95 : 0;
  expect(measured?.ipMbps).toBeGreaterThan(least * truthMbps);
  expect(measured?.ipMbps).toBeLessThan(1.05 * truthMbps);
}

const undisturbed = true;

describe.skipIf(whyNot !== null)('over emulated links', () => {
  beforeAll(buildEnds);

  it('finds the capacity and the round trip of 50/20 Mbps', async () => {
    const line = reached(await probeOver({ downMbps: 50, upMbps: 20, rttMs: 20 }, { undisturbed }));
    expectRate(line.download, 50);
    expectRate(line.upload, 20);
    expect(line.rttMsP50).toBeGreaterThan(19);
    expect(line.rttMsP50).toBeLessThan(25);
    expect(line.udp?.lossPct).toBeLessThan(1.5);
  });

  it('tells a poor line: 2/1 Mbps, 150 ms, jitter, loss', async () => {
    const poor = { downMbps: 2, upMbps: 1, rttMs: 150, jitterMs: 20, lossPct: 4 };
    const outcome = await probeOver(poor, { undisturbed });
    const line = reached(outcome);
    expect(line.rttMsP50).toBeGreaterThan(140);
    expect(line.rttMsP50).toBeLessThan(165);
    expect(line.jitterMs).toBeGreaterThan(4);
    expect(line.jitterMs).toBeLessThan(20);
    // 7.8 % both ways together, of a few hundred packets.
    expect(line.udp?.lossPct).toBeGreaterThan(2);
    expect(line.udp?.lossPct).toBeLessThan(15);
    expect(link.judge(outcome, DEFAULT_POLICY.checks.link).verdict).not.toBe('pass');
  });

  it.each([
    ['the echoes', 300, ['echo', 'download']],
    ['the rates', 1_000, ['download', 'upload', 'media']],
    ['the media-like run', 2_500, ['media']],
  ])('says so in bounded time when the path dies during %s, and blames no loss', async (_phase, cutAfterMs, phases) => {
    const outcome = await probeOver({ downMbps: 20, upMbps: 10, rttMs: 30 }, { cutAfterMs, undisturbed });
    const line = reached(outcome);
    expect(phases).toContain(line.interruptedDuring);
    expect(line.rttMsP50).toBeLessThan(60);
    expect(line.udp?.lossPct).toBe(0);
    expect(link.judge(outcome, DEFAULT_POLICY.checks.link)).toMatchObject({ verdict: 'unmeasured' });
  });
});
