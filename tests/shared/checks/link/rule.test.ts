import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link } from '../../../../shared/checks/link/check.ts';
import type { LinkReached } from '../../../../shared/checks/link/measurement.ts';
import { judgeLink } from '../../../../shared/checks/link/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { GOOD_LINE, notReached } from './fixtures.ts';

const LIMITS = DEFAULT_POLICY.checks.link;
const WEIGHT = { pass: 0, warn: 1, unmeasured: 2, fail: 3, 'not-run': 0 } as const;

function judge(change: Partial<LinkReached>) {
  return judgeLink({ ...GOOD_LINE, ...change }, LIMITS);
}

const at = (mbps: number, limitedBy: 'line' | 'cap' = 'line') => ({
  mbps,
  limitedBy,
  bytes: 1_000_000,
  durationMs: 1500,
});
const losing = (lossPct: number) => ({ ...GOOD_LINE.udp, lossPct }) as NonNullable<LinkReached['udp']>;

describe('a line that was measured', () => {
  it('passes when everything is within the policy, and says the values', () => {
    const judgement = judge({});
    expect(judgement).toMatchObject({ verdict: 'pass', reason: 'ok', findings: [] });
    expect(judgement.values).toMatchObject({ uploadMbps: 20, downloadMbps: 50, rttMs: 12, jitterMs: 1, lossPct: 0 });
  });

  it.each([
    ['upload 3 Mbps', { upload: at(3) }, 'warn', 'upload-low'],
    ['upload 1 Mbps', { upload: at(1) }, 'fail', 'upload-low'],
    ['download 3 Mbps', { download: at(3) }, 'warn', 'download-low'],
    ['download 1.9 Mbps', { download: at(1.9) }, 'fail', 'download-low'],
    ['RTT 101 ms', { rttMsP50: 101 }, 'warn', 'rtt-high'],
    ['RTT 301 ms', { rttMsP50: 301 }, 'fail', 'rtt-high'],
    ['jitter 31 ms', { jitterMs: 31 }, 'warn', 'jitter-high'],
    ['jitter 51 ms', { jitterMs: 51 }, 'fail', 'jitter-high'],
    ['loss 2 %', { udp: losing(2) }, 'warn', 'loss-high'],
    ['loss 4.2 %', { udp: losing(4.2) }, 'fail', 'loss-high'],
    ['UDP blocked', { udp: null }, 'warn', 'tcp-only'],
    ['Wi-Fi', { adapter: { name: 'wlan0', type: 'wireless' as const, speedMbps: 300 } }, 'warn', 'wireless'],
    ['clock 45 s off', { clock: { offsetMs: -45_000, errorMs: 10 } }, 'warn', 'clock-off'],
    ['clock 3 min off', { clock: { offsetMs: 180_000, errorMs: 10 } }, 'fail', 'clock-off'],
    ['no upload', { upload: null }, 'unmeasured', 'upload-unmeasured'],
    ['no download', { download: null }, 'unmeasured', 'download-unmeasured'],
    ['died while measured', { interruptedDuring: 'echo' as const }, 'unmeasured', 'interrupted'],
  ])('%s: %s', (_name, change, verdict, reason) => {
    expect(judge(change)).toMatchObject({ verdict, reason });
  });

  it('takes a rate that only our cap limited as a lower bound: enough passes, too little is no verdict', () => {
    expect(judge({ upload: at(4, 'cap') }).verdict).toBe('pass');
    expect(judge({ upload: at(1, 'cap') })).toMatchObject({ verdict: 'unmeasured', reason: 'upload-unmeasured' });
  });

  it('does not hold a clock offset against the point that its own error explains', () => {
    expect(judge({ clock: { offsetMs: 31_000, errorMs: 1_500 } }).verdict).toBe('pass');
  });

  it('lists every finding, the worst first', () => {
    const { findings } = judge({ upload: at(3), udp: losing(5), rttMsP50: 120 });
    expect(findings.map(({ reason }) => reason)).toEqual(['loss-high', 'upload-low', 'rtt-high']);
  });

  it('never gets better when a value gets worse', () => {
    const rate = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.constantFrom('rttMsP50', 'jitterMs', 'lossPct', 'upload', 'download'),
        (a, b, field) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          const [better, worse] = field === 'upload' || field === 'download' ? [high, low] : [low, high];
          expect(WEIGHT[judge(withValue(field, worse)).verdict]).toBeGreaterThanOrEqual(
            WEIGHT[judge(withValue(field, better)).verdict],
          );
        },
      ),
    );
  });
});

function withValue(field: string, value: number): Partial<LinkReached> {
  if (field === 'upload' || field === 'download') return { [field]: at(value) };
  return field === 'lossPct' ? { udp: losing(value) } : { [field]: value * 5 };
}

describe('a hub that was not reached', () => {
  it('is a fault of the point only when the machine has no network at all', () => {
    expect(judgeLink(notReached('adapter', 'ENETUNREACH'), LIMITS)).toMatchObject({
      verdict: 'fail',
      reason: 'no-network',
    });
  });

  it.each([
    ['name', 'ENOTFOUND', 'name-unresolved'],
    ['tcp', 'ECONNREFUSED', 'hub-unreachable'],
    ['hub', 'hub-unreachable', 'hub-unreachable'],
    ['hub', 'hub-timeout', 'hub-unreachable'],
    ['tls', 'hub-wrong-certificate', 'hub-insecure'],
    ['hub', 'hub-busy', 'hub-busy'],
    ['hub', 'auth-forbidden', 'hub-refused'],
    ['hub', 'enrolment-missing', 'not-enrolled'],
    ['responder', 'silent', 'responder-silent'],
  ] as const)('%s (%s) could not be measured: %s', (step, cause, reason) => {
    expect(judgeLink(notReached(step, cause), LIMITS)).toMatchObject({ verdict: 'unmeasured', reason });
  });
});

describe('the check', () => {
  it('never passes a measurement with anything missing', () => {
    for (const key of Object.keys(GOOD_LINE)) {
      const partial = Object.fromEntries(Object.entries(GOOD_LINE).filter(([name]) => name !== key));
      expect(link.judge({ kind: 'measured', measurement: partial }, LIMITS)).toMatchObject({
        verdict: 'unmeasured',
        reason: 'probe-error',
      });
    }
  });

  it('passes on a probe that failed as unmeasured', () => {
    const outcome = { kind: 'failed', failure: 'timed-out', detail: '' } as const;
    expect(link.judge(outcome, LIMITS)).toMatchObject({ verdict: 'unmeasured', reason: 'timed-out' });
  });
});
