import { beforeAll, describe, expect, it } from 'vitest';
import { type LinkReached, type LinkThroughput, linkMeasurement } from '../../shared/checks/link/measurement.ts';
import { judgeLink } from '../../shared/checks/link/rule.ts';
import type { Finding } from '../../shared/checks/verdict.ts';
import { DEFAULT_POLICY } from '../../shared/policy/default-policy.ts';
import { buildEnds, type LinkCircumstances, type LinkProfile, runOver, whyNotEmulated } from '../linkem/emulate.ts';

const whyNot = whyNotEmulated();
if (whyNot) console.warn(`skipped: ${whyNot}`);

async function measure(profile: LinkProfile, circumstances: LinkCircumstances = {}): Promise<LinkReached> {
  const { outcome } = await runOver(profile, { undisturbed: true, ...circumstances });
  if (outcome.kind === 'failed') throw new Error(outcome.failure);
  const line = linkMeasurement.parse(outcome.measurement);
  if (!line.reached) throw new Error(`${line.step}: ${line.cause}`);
  expect(line.durationMs).toBeLessThan(8_500);
  return line;
}

/** Within what the line was at one time or another; a lower bound may be anything below. Mbps of the IP layer. */
function expectHonest(measured: LinkThroughput | null, least: number, most: number): void {
  if (!measured) return;
  const mbps = measured.ipMbps ?? measured.mbps;
  expect(mbps).toBeLessThan(1.07 * most);
  if (measured.limitedBy === 'line') expect(mbps).toBeGreaterThan(0.9 * least);
}

function reasonsOf(line: LinkReached): readonly Finding[] {
  return judgeLink(line, DEFAULT_POLICY.checks.link).findings;
}

describe.skipIf(whyNot !== null)('a line that does not stay as it is', () => {
  beforeAll(buildEnds);

  it.each([
    ['slower', { downMbps: 20, upMbps: 10, rttMs: 30, thenDownMbps: 5, thenUpMbps: 3 }],
    ['faster', { downMbps: 5, upMbps: 3, rttMs: 30, thenDownMbps: 20, thenUpMbps: 10 }],
  ])('becomes %s while it is measured', async (_change, profile) => {
    const line = await measure(profile, { changeAfterMs: 900 });
    expectHonest(line.download, Math.min(profile.downMbps, profile.thenDownMbps), 20);
    expectHonest(line.upload, Math.min(profile.upMbps, profile.thenUpMbps), 10);
    expect(line.interruptedDuring).toBeNull();
  });

  it('carries a steady flow of somebody else: between what is left and the whole line', async () => {
    const line = await measure({ downMbps: 20, upMbps: 10, rttMs: 30, crossDownMbps: 8, crossUpMbps: 4 });
    expectHonest(line.download, 12, 20);
    expectHonest(line.upload, 6, 10);
    expect(line.rttMsP50).toBeLessThan(45);
  });

  it('carries a flow of somebody else that comes and goes, and leaves enough for a meeting', async () => {
    const cross = { crossDownMbps: 12, crossUpMbps: 6, crossOnMs: 150, crossOffMs: 150 };
    const line = await measure({ downMbps: 20, upMbps: 10, rttMs: 30, ...cross });
    expectHonest(line.download, 8, 20);
    expectHonest(line.upload, 4, 10);
    expect(reasonsOf(line).filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  });

  it('carries a flow of somebody else that leaves less than a meeting needs: the run at its bitrate tells', async () => {
    const line = await measure({ downMbps: 20, upMbps: 10, rttMs: 30, crossDownMbps: 19 });
    expectHonest(line.download, 1, 20);
    // 21.5 Mbps do not fit into 20: a share of all packets is lost, whatever was measured against the other flow.
    expect(reasonsOf(line).map(({ reason }) => reason)).toContain('loss-down-high');
  });

  it('is full of somebody else’s downloads and uploads', async () => {
    const line = await measure({ downMbps: 20, upMbps: 10, rttMs: 30 }, { competingConnections: 2 });
    // Their share is theirs: nothing bounds from below what is left for us.
    expectHonest(line.download, 0, 20);
    expectHonest(line.upload, 0, 10);
    expect(line.rttMsP50).toBeGreaterThan(40);
  });
});
