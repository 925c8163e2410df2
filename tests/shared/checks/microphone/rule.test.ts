import fc from 'fast-check';
import { expect, test } from 'vitest';
import { microphone } from '../../../../shared/checks/microphone/check.ts';
import { microphoneFixtures } from '../../../../shared/checks/microphone/fixtures.ts';
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
});

type Worsen = (heard: MicrophoneChannel, by: number) => Partial<MicrophoneChannel>;

/** Each makes one thing about a channel worse by a share 0 … 1. */
const WORSE: Readonly<Record<string, Worsen>> = {
  'quieter speech': ({ speechDbfs }, by) => ({ speechDbfs: speechDbfs === null ? null : speechDbfs - by * 60 }),
  'no speech': () => ({ speechDbfs: null }),
  'more noise': ({ floorDbfs }, by) => ({ floorDbfs: floorDbfs * (1 - by) }),
  'more clipping': ({ clippingRunsPerSecond }, by) => ({ clippingRunsPerSecond: clippingRunsPerSecond + by * 50 }),
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

test('hiss without speech does not pass', () => {
  const hiss: MicrophoneChannel = { ...good.channels[0]!, floorDbfs: -57, speechDbfs: null, peakDbfs: -45 };
  expect(judgeMicrophone({ ...good, channels: [hiss] }, limits).verdict).toBe('unmeasured');
});

test('the better of two channels is judged', () => {
  const dead: MicrophoneChannel = { ...good.channels[0]!, digitalZero: true, speechDbfs: null };
  expect(judgeMicrophone({ ...good, channels: [dead, ...good.channels] }, limits).verdict).toBe('pass');
});
