import { beforeAll, describe, expect, it } from 'vitest';
import { link } from '../../../../shared/checks/link/check.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { buildEnds, type LinkProfile, probeOver, whyNotEmulated } from '../../../linkem/emulate.ts';

const whyNot = whyNotEmulated();
if (whyNot) console.warn(`skipped: ${whyNot}`);

async function judged(profile: LinkProfile) {
  return link.judge(await probeOver(profile, { undisturbed: true }), DEFAULT_POLICY.checks.link);
}

/** From the wire to the word: lines far enough from every limit that chance cannot move their verdict. */
describe.skipIf(whyNot !== null)('what is said of an emulated line', () => {
  beforeAll(buildEnds);

  it('that loses 8 % on the way down: a fault of that way alone, with its interval', async () => {
    const { verdict, findings, values } = await judged({ downMbps: 30, upMbps: 30, rttMs: 35, lossDownPct: 8 });
    expect(verdict).toBe('fail');
    const reasons = findings.map(({ reason }) => reason);
    expect(reasons).toContain('loss-down-high');
    expect(reasons).not.toContain('loss-up-high');
    expect(values).toMatchObject({ allowedPct: 3 });
    expect(Number(values.lossLowPct)).toBeGreaterThan(3);
    expect(Number(values.mos)).toBeLessThan(4.2);
  });

  it('of half a megabit: too slow both ways, and nothing else wrong with it', async () => {
    const { verdict, findings } = await judged({ downMbps: 0.5, upMbps: 0.5, rttMs: 60 });
    expect(verdict).toBe('fail');
    expect(findings.map(({ reason }) => reason)).toEqual(['upload-low', 'download-low']);
  });

  it('over a satellite: too far, whatever it carries', async () => {
    const { verdict, reason, values } = await judged({ downMbps: 20, upMbps: 5, rttMs: 340 });
    expect({ verdict, reason }).toEqual({ verdict: 'fail', reason: 'rtt-high' });
    expect(Number(values.mos)).toBeLessThan(4.3);
  });
});
