import fc from 'fast-check';
import { expect, test } from 'vitest';
import { screenShare } from '../../../../shared/checks/screen-share/check.ts';
import { screenShareFixtures } from '../../../../shared/checks/screen-share/fixtures.ts';
import type { CapturedScreen } from '../../../../shared/checks/screen-share/measurement.ts';
import { judgeScreenShare } from '../../../../shared/checks/screen-share/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { badness, describeCheck } from '../rule-suite.ts';

const limits = DEFAULT_POLICY.checks['screen-share'];

describeCheck(screenShare, screenShareFixtures, limits);

const captured: fc.Arbitrary<CapturedScreen> = fc.record({
  started: fc.constant(true as const),
  label: fc.constant('Entire screen'),
  width: fc.integer({ min: 320, max: 3840 }),
  height: fc.integer({ min: 240, max: 2160 }),
  fps: fc.double({ min: 0, max: 60, noNaN: true }),
  frameCount: fc.integer({ min: 1, max: 120 }),
  measuredMs: fc.constant(2000),
  lumaMax: fc.integer({ min: 0, max: 255 }),
  patternFound: fc.boolean(),
  strokeContrast: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  stopped: fc.boolean(),
});

const WORSE: Readonly<Record<string, (measured: CapturedScreen, by: number) => CapturedScreen>> = {
  'fewer frames': (measured, by) => ({ ...measured, fps: measured.fps * by }),
  'a smaller screen': (measured, by) => ({ ...measured, height: Math.floor(measured.height * by) }),
  'a darker screen': (measured, by) => ({ ...measured, lumaMax: Math.floor((measured.lumaMax ?? 0) * by) }),
  'no pattern': (measured) => ({ ...measured, patternFound: false }),
  'fainter strokes': (measured, by) => ({
    ...measured,
    strokeContrast: measured.strokeContrast == null ? null : measured.strokeContrast * by,
  }),
  'a cut': (measured) => ({ ...measured, stopped: true }),
  'no frame': (measured) => ({ ...measured, frameCount: 0, lumaMax: null }),
};

test.each(Object.keys(WORSE))('%s never makes the verdict better', (axis) => {
  fc.assert(
    fc.property(captured, fc.double({ min: 0, max: 1, noNaN: true }), (measured, by) => {
      const worse = WORSE[axis]?.(measured, by);
      if (!worse) throw new Error(axis);
      const before = judgeScreenShare(measured, limits);
      expect(badness(judgeScreenShare(worse, limits))).toBeGreaterThanOrEqual(badness(before));
    }),
  );
});
