import fc from 'fast-check';
import { expect, test } from 'vitest';
import { screenShare } from '../../../../shared/checks/screen-share/check.ts';
import { screenShareFixtures } from '../../../../shared/checks/screen-share/fixtures.ts';
import type { CapturedScreen, SentFrame } from '../../../../shared/checks/screen-share/measurement.ts';
import { judgeScreenShare } from '../../../../shared/checks/screen-share/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { badness, describeCheck } from '../rule-suite.ts';

const limits = DEFAULT_POLICY.checks['screen-share'];

describeCheck(screenShare, screenShareFixtures, limits);

const share = fc.double({ min: 0, max: 1, noNaN: true });
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
  strokeContrast: fc.option(share),
  sentText: fc.option(
    fc.record({
      bitrateMbps: fc.double({ min: 0.05, max: 8, noNaN: true }),
      frames: fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 2_000_000 }), contrast: share }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  ),
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
  'fainter strokes once sent': (measured, by) =>
    withSent(measured, ({ bytes, contrast }) => ({ bytes, contrast: contrast * by })),
  'larger frames': (measured, by) =>
    withSent(measured, ({ bytes, contrast }) => ({ bytes: Math.round(bytes * (1 + by)), contrast })),
  'a lower bitrate': (measured, by) => ({
    ...measured,
    sentText: measured.sentText && { ...measured.sentText, bitrateMbps: measured.sentText.bitrateMbps * (1 - by / 2) },
  }),
  'a cut': (measured) => ({ ...measured, stopped: true }),
  'no frame': (measured) => ({ ...measured, frameCount: 0, lumaMax: null }),
};

function withSent(measured: CapturedScreen, worsen: (frame: SentFrame) => SentFrame): CapturedScreen {
  const { sentText } = measured;
  return { ...measured, sentText: sentText && { ...sentText, frames: sentText.frames.map(worsen) } };
}

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

test('text that this machine could not send, or an older app did not, is not judged', () => {
  const good = screenShareFixtures.ok as CapturedScreen;
  expect(judgeScreenShare({ ...good, sentText: null }, limits)).toMatchObject({ verdict: 'pass' });
  expect(judgeScreenShare(good, limits)).toMatchObject({ verdict: 'pass' });
});

test('the wait is that for all frames up to the first legible one, at the bitrate they were made for', () => {
  const blurred = { bytes: 100_000, contrast: 0.1 };
  const sent = (bitrateMbps: number, frames: SentFrame[]) =>
    judgeScreenShare({ ...(screenShareFixtures.ok as CapturedScreen), sentText: { bitrateMbps, frames } }, limits);
  const clear = { bytes: 200_000, contrast: 0.9 };
  expect(sent(1.5, [blurred, clear])).toMatchObject({ verdict: 'pass' });
  expect(sent(1, [blurred, clear])).toMatchObject({ reason: 'text-late', values: { seconds: 2.4, bitrateMbps: 1 } });
  expect(sent(8, [blurred, blurred])).toMatchObject({ reason: 'illegible', values: { contrastPct: 10 } });
});

test.each(['denied', 'cannot-start', 'start-timeout'] as const)('a capture that is %s never passes', (error) => {
  expect(judgeScreenShare({ started: false, error, detail: '' }, limits).verdict).not.toBe('pass');
});
