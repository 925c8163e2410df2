import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { host } from '../../../../shared/checks/host/check.ts';
import type { HostMeasurement } from '../../../../shared/checks/host/measurement.ts';
import { HOST_PROBLEMS } from '../../../../shared/checks/host/problems.ts';
import { judgeHost } from '../../../../shared/checks/host/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { checkText } from '../../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../../shared/strings/translator.ts';

const LIMITS = DEFAULT_POLICY.checks.host;
const MAINS_REQUIRED = { ...LIMITS, mainsPowerRequired: true };
const GOOD: HostMeasurement = {
  cpuLoadPct: 12,
  memoryTotalGiB: 8,
  memoryAvailableGiB: 4,
  diskFreeGiB: 90,
  power: { source: 'mains', batteryPct: null },
  os: { name: 'Microsoft Windows 11 Pro', version: '10.0.26100', arch: 'x64' },
  uptimeHours: 3,
  durationMs: 1200,
};
const SILENT = { ...GOOD, cpuLoadPct: null, memoryAvailableGiB: null, diskFreeGiB: null };
const BATTERY = { source: 'battery', batteryPct: 61.4 } as const;

describe('the host rule', () => {
  it('passes a machine with room to spare', () => {
    expect(judgeHost(GOOD, LIMITS)).toMatchObject({ verdict: 'pass', reason: 'ok', findings: [] });
  });

  it.each([
    ['disk 1.9 GiB', { diskFreeGiB: 1.9 }, 'disk-low'],
    ['memory 0.9 GiB', { memoryAvailableGiB: 0.9 }, 'memory-low'],
    ['processor 86 %', { cpuLoadPct: 86 }, 'cpu-busy'],
    ['on battery', { power: BATTERY }, 'on-battery'],
  ])('warns: %s', (_name, change, reason) => {
    expect(judgeHost({ ...GOOD, ...change }, LIMITS)).toMatchObject({ verdict: 'warn', reason });
  });

  it('fails battery where the policy requires mains, and cannot tell where the system does not', () => {
    expect(judgeHost({ ...GOOD, power: BATTERY }, MAINS_REQUIRED)).toMatchObject({
      verdict: 'fail',
      reason: 'on-battery',
    });
    expect(judgeHost({ ...GOOD, power: null }, MAINS_REQUIRED)).toMatchObject({
      verdict: 'unmeasured',
      reason: 'power-unknown',
    });
  });

  it('judges one value the system does not tell neither way, but all of them silent is not a pass', () => {
    expect(judgeHost({ ...GOOD, power: null, cpuLoadPct: null }, LIMITS).verdict).toBe('pass');
    expect(judgeHost(SILENT, LIMITS)).toMatchObject({ verdict: 'unmeasured', reason: 'os-silent' });
  });

  it('never gets better with less room', () => {
    const gib = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(gib, gib, fc.constantFrom('diskFreeGiB', 'memoryAvailableGiB'), (a, b, field) => {
        const more = judgeHost({ ...GOOD, [field]: Math.max(a, b) }, LIMITS);
        const less = judgeHost({ ...GOOD, [field]: Math.min(a, b) }, LIMITS);
        expect(less.findings.length).toBeGreaterThanOrEqual(more.findings.length);
      }),
    );
  });

  it('has words in both languages for every reason', () => {
    const bad = { ...GOOD, diskFreeGiB: 1, memoryAvailableGiB: 0.5, cpuLoadPct: 99, power: BATTERY };
    const cases = [
      judgeHost(bad, LIMITS),
      judgeHost(SILENT, LIMITS),
      judgeHost({ ...GOOD, power: null }, MAINS_REQUIRED),
    ];
    const findings = cases.flatMap((judgement) => judgement.findings);
    expect([...new Set(findings.map(({ reason }) => reason))].sort()).toEqual([...HOST_PROBLEMS].sort());
    for (const locale of ['vi', 'en'] as const) {
      for (const { reason, values } of findings) {
        const { says, remedy } = checkText(createTranslator(locale), 'host', reason, values);
        expect(`${says}${remedy}`).not.toMatch(/\{\{|undefined|NaN/);
        expect(remedy.length).toBeGreaterThan(20);
      }
    }
  });

  it('does not take a measurement of another shape', () => {
    const outcome = { kind: 'measured', measurement: { cpuLoadPct: 3 } } as const;
    expect(host.judge(outcome, LIMITS)).toMatchObject({ verdict: 'unmeasured', reason: 'probe-error' });
  });
});
