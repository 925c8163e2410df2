import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encoder } from '../../../../shared/checks/encoder/check.ts';
import { encoderFixtures } from '../../../../shared/checks/encoder/fixtures.ts';
import type { EncoderMeasurement } from '../../../../shared/checks/encoder/measurement.ts';
import { judgeEncoder } from '../../../../shared/checks/encoder/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { badness, describeCheck } from '../rule-suite.ts';

const limits = DEFAULT_POLICY.checks.encoder;
const good = encoderFixtures.ok as Extract<EncoderMeasurement, { ran: true }>;

describeCheck(encoder, encoderFixtures, limits);

const load = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined });

test('the load of the machine names the reason, and only that', () => {
  const fps = fc.double({ min: 0, max: 60, noNaN: true });
  fc.assert(
    fc.property(fps, load, (encodedFps, cpuLoadPct) => {
      const untold = judgeEncoder({ ...good, encodedFps }, limits);
      const told = judgeEncoder({ ...good, encodedFps, cpuLoadPct }, limits);
      expect(told.verdict).toBe(untold.verdict);
      const behind = told.verdict !== 'pass';
      expect(told.reason === 'cpu-limited').toBe(behind && (cpuLoadPct ?? 0) >= limits.saturatedFromCpuPct);
    }),
  );
});

test('a busy machine that keeps up has nothing to answer for', () => {
  expect(judgeEncoder({ ...good, cpuLoadPct: 100 }, limits).verdict).toBe('pass');
  expect(judgeEncoder({ ...good, encodedFps: 20, cpuLoadPct: null }, limits).reason).toBe('too-slow');
});

test('fewer encoded frames never make the verdict better', () => {
  const fps = fc.double({ min: 0, max: 60, noNaN: true });
  fc.assert(
    fc.property(fps, fc.double({ min: 0, max: 1, noNaN: true }), (encodedFps, by) => {
      const before = judgeEncoder({ ...good, encodedFps }, limits);
      const after = judgeEncoder({ ...good, encodedFps: encodedFps * by }, limits);
      expect(badness(after)).toBeGreaterThanOrEqual(badness(before));
    }),
  );
});
