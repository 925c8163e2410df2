import fc from 'fast-check';
import { expect, test } from 'vitest';
import { microphone } from '../../../../shared/checks/microphone/check.ts';
import { microphoneFixtures } from '../../../../shared/checks/microphone/fixtures.ts';
import { microphoneLimits } from '../../../../shared/checks/microphone/limits.ts';
import type { ListenedMicrophone, MicrophoneChannel } from '../../../../shared/checks/microphone/measurement.ts';
import { judgeMicrophone } from '../../../../shared/checks/microphone/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { badness, describeCheck } from '../rule-suite.ts';

const limits = DEFAULT_POLICY.checks.microphone;
const good = microphoneFixtures.ok as ListenedMicrophone;

describeCheck(microphone, microphoneFixtures, limits);

const level = fc.double({ min: -119, max: 0, noNaN: true });
const channel: fc.Arbitrary<MicrophoneChannel> = fc.record({
  digitalZero: fc.constant(false),
  floorDbfs: level,
  speechDbfs: fc.option(level),
  peakDbfs: level,
  clippingRunsPerSecond: fc.double({ min: 0, max: 50, noNaN: true }),
  clippedStretches: fc.option(fc.nat(36), { nil: undefined }),
  humDbfs: fc.option(fc.option(level), { nil: undefined }),
  dropoutsPerSecond: fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: undefined }),
  dcOffset: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }),
});

type Worsen = (heard: MicrophoneChannel, by: number) => Partial<MicrophoneChannel>;

/** Each makes one thing about a channel worse by a share 0 … 1. */
const WORSE: Readonly<Record<string, Worsen>> = {
  'quieter speech': ({ speechDbfs }, by) => ({ speechDbfs: speechDbfs === null ? null : speechDbfs - by * 60 }),
  'no speech': () => ({ speechDbfs: null }),
  'more noise': ({ floorDbfs }, by) => ({ floorDbfs: floorDbfs * (1 - by) }),
  'more clipping': ({ clippingRunsPerSecond }, by) => ({ clippingRunsPerSecond: clippingRunsPerSecond + by * 50 }),
  // Measurements of before count runs only: to have counted no stretch would be better news than that, not worse.
  'clipping all the time': ({ clippedStretches }, by) =>
    clippedStretches === undefined ? {} : { clippedStretches: clippedStretches + Math.round(by * 36) },
  'more hum': ({ humDbfs }, by) => ({ humDbfs: (humDbfs ?? -119) * (1 - by) }),
  'more dropouts': ({ dropoutsPerSecond = 0 }, by) => ({ dropoutsPerSecond: dropoutsPerSecond + by * 20 }),
  'more direct current': ({ dcOffset = 0 }, by) => ({
    dcOffset: dcOffset + Math.sign(dcOffset || 1) * by * (1 - Math.abs(dcOffset)),
  }),
  'digital zero': () => ({ digitalZero: true }),
};

test.each(Object.keys(WORSE))('%s never makes the verdict better', (axis) => {
  fc.assert(
    fc.property(channel, fc.double({ min: 0, max: 1, noNaN: true }), (heard, by) => {
      const worse = { ...heard, ...WORSE[axis]?.(heard, by) };
      const before = judgeMicrophone({ ...good, channels: [heard] }, limits);
      const after = judgeMicrophone({ ...good, channels: [worse] }, limits);
      expect(badness(after)).toBeGreaterThanOrEqual(badness(before));
    }),
  );
});

test.each(['muted', 'stopped'] as const)('whatever was heard, %s fails', (reason) => {
  fc.assert(
    fc.property(fc.array(channel), (channels) => {
      const measured = { ...good, channels, trackMuted: reason === 'muted', stopped: reason === 'stopped' };
      expect(judgeMicrophone(measured, limits)).toMatchObject({ verdict: 'fail', reason });
    }),
  );
});

test('an audio engine that did not run is never blamed on the microphone', () => {
  const measured = { ...good, engineRan: false, channels: [] };
  expect(judgeMicrophone(measured, limits)).toMatchObject({ verdict: 'unmeasured', reason: 'suspended' });
});

test('holes that a saturated machine cuts into any sound are the computer’s, and not passed over', () => {
  const holey = { ...good, channels: [{ ...good.channels[0]!, dropoutsPerSecond: 3 }] };
  const busy = judgeMicrophone({ ...holey, cpuLoadPct: 99 }, limits);
  expect(busy).toMatchObject({ verdict: 'warn', reason: 'computer-busy', values: { cpuPct: 99 } });
  expect(judgeMicrophone({ ...good, cpuLoadPct: 99 }, limits).verdict).toBe('pass');
  for (const cpuLoadPct of [60, null, undefined]) {
    expect(judgeMicrophone({ ...holey, cpuLoadPct }, limits)).toMatchObject({ verdict: 'warn', reason: 'dropouts' });
  }
});

test('hiss without speech does not pass', () => {
  const hiss: MicrophoneChannel = { ...good.channels[0]!, floorDbfs: -57, speechDbfs: null, peakDbfs: -45 };
  expect(judgeMicrophone({ ...good, channels: [hiss] }, limits).verdict).toBe('unmeasured');
});

test('of two channels the better one is judged, and the dead one is named', () => {
  const zero: MicrophoneChannel = { ...good.channels[0]!, digitalZero: true, speechDbfs: null };
  const deaf: MicrophoneChannel = { ...good.channels[0]!, floorDbfs: -80, speechDbfs: null, peakDbfs: -70 };
  for (const dead of [zero, deaf]) {
    expect(judgeMicrophone({ ...good, channels: [dead, ...good.channels] }, limits)).toMatchObject({
      verdict: 'warn',
      reason: 'channel-dead',
      values: { channel: 1, channels: 2 },
    });
  }
  const further: MicrophoneChannel = { ...good.channels[0]!, speechDbfs: -44, peakDbfs: -30 };
  expect(judgeMicrophone({ ...good, channels: [further, ...good.channels] }, limits).verdict).toBe('pass');
});

test('a dead channel more never makes the verdict better', () => {
  fc.assert(
    fc.property(channel, channel, (one, other) => {
      const alone = judgeMicrophone({ ...good, channels: [one] }, limits);
      const zero = { ...other, digitalZero: true };
      expect(badness(judgeMicrophone({ ...good, channels: [one, zero] }, limits))).toBeGreaterThanOrEqual(
        badness(alone),
      );
    }),
  );
});

test('a hum is not blamed on the room, but noise beside it is', () => {
  const reasons = (heard: Partial<MicrophoneChannel>) =>
    judgeMicrophone({ ...good, channels: [{ ...good.channels[0]!, ...heard }] }, limits).findings.map(
      ({ reason }) => reason,
    );
  expect(reasons({ floorDbfs: -38.8, humDbfs: -39 })).toEqual(['hum']);
  expect(reasons({ floorDbfs: -36, humDbfs: -45 })).toEqual(['hum', 'noisy']);
});

test('what an older app wrote, or an older policy says, is still read', () => {
  const { clippedStretches, humDbfs, dropoutsPerSecond, dcOffset, ...older } = good.channels[0]!;
  expect(microphone.judge({ kind: 'measured', measurement: { ...good, channels: [older] } }, limits).verdict).toBe(
    'pass',
  );
  const { warnSpeechBelowDbfs, warnSnrBelowDb, warnNoiseAboveDbfs, warnClippingRunsPerSecond } = limits;
  const first = { warnSpeechBelowDbfs, warnSnrBelowDb, warnNoiseAboveDbfs, warnClippingRunsPerSecond };
  expect(microphoneLimits.parse(first)).toEqual(limits);
});
