import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speaker } from '../../../../shared/checks/speaker/check.ts';
import { speakerFixtures } from '../../../../shared/checks/speaker/fixtures.ts';
import { type SpeakerMeasurement, WITNESS_FAULTS } from '../../../../shared/checks/speaker/measurement.ts';
import { judgeSpeaker } from '../../../../shared/checks/speaker/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { badness, describeCheck } from '../rule-suite.ts';

const limits = DEFAULT_POLICY.checks.speaker;
const share = fc.double({ min: 0, max: 1, noNaN: true });

describeCheck(speaker, speakerFixtures, limits);

test('a fainter chirp never makes the verdict better', () => {
  fc.assert(
    fc.property(share, share, share, (left, right, by) => {
      const before = judgeSpeaker(heard(left, right), limits);
      expect(badness(judgeSpeaker(heard(left * by, right), limits))).toBeGreaterThanOrEqual(badness(before));
      expect(badness(judgeSpeaker(heard(left, right * by), limits))).toBeGreaterThanOrEqual(badness(before));
    }),
  );
});

test.each(WITNESS_FAULTS)('a microphone that is %s says nothing about the speaker', (witnessFault) => {
  const measured: SpeakerMeasurement = { played: true, label: 'Room Speaker', witnessFault, channels: [] };
  expect(judgeSpeaker(measured, limits)).toMatchObject({ verdict: 'unmeasured', reason: 'no-proof' });
});

test('half a proof is not a pass', () => {
  const measured = heard(0.9, 0.9);
  const half = { ...measured, channels: measured.channels.slice(0, 1) };
  expect(judgeSpeaker(half, limits)).toMatchObject({ verdict: 'warn', reason: 'right-not-heard' });
});

function heard(left: number, right: number): Extract<SpeakerMeasurement, { played: true }> {
  const rest = { delayMs: 80, levelDbfs: -30 };
  const channels = [
    { channel: 'left' as const, correlation: left, ...rest },
    { channel: 'right' as const, correlation: right, ...rest },
  ];
  return { played: true, label: 'Room Speaker', witnessFault: null, channels };
}
