import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speaker } from '../../../../shared/checks/speaker/check.ts';
import { speakerFixtures } from '../../../../shared/checks/speaker/fixtures.ts';
import {
  type PlayedSpeaker,
  type SpeakerMeasurement,
  WITNESS_FAULTS,
} from '../../../../shared/checks/speaker/measurement.ts';
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

describe('the person’s answer', () => {
  const silent = heard(0.02, 0.03);
  const deaf: SpeakerMeasurement = { played: true, label: 'Room Speaker', witnessFault: 'muted', channels: [] };
  const answered = (measured: SpeakerMeasurement, humanHeard: boolean | null) =>
    judgeSpeaker({ ...measured, humanHeard } as SpeakerMeasurement, limits);

  test('decides as the policy table says where the microphone heard nothing', () => {
    expect(answered(silent, true)).toMatchObject({ verdict: 'warn', reason: 'heard-by-person-only' });
    expect(answered(silent, false)).toMatchObject({ verdict: 'fail', reason: 'heard-by-nobody' });
    expect(answered(silent, null)).toMatchObject({ verdict: 'fail', reason: 'not-heard' });
    expect(answered(deaf, true)).toMatchObject({ verdict: 'warn', reason: 'no-proof-person-heard' });
    expect(answered(deaf, false)).toMatchObject({ verdict: 'fail', reason: 'no-proof-person-did-not' });
    expect(answered(deaf, null)).toMatchObject({ verdict: 'unmeasured', reason: 'no-proof' });
  });

  test('is all that a "no" adds to a microphone that heard both sides', () => {
    expect(answered(heard(0.9, 0.9), false)).toMatchObject({ verdict: 'warn', reason: 'heard-by-microphone-only' });
    expect(answered(heard(0.9, 0), false).findings.map(({ reason }) => reason)).toEqual([
      'right-not-heard',
      'heard-by-microphone-only',
    ]);
  });

  const measurement = fc.oneof(
    fc.tuple(share, share).map(([left, right]) => heard(left, right)),
    fc.constantFrom(...WITNESS_FAULTS).map((witnessFault) => ({ ...heard(0, 0), witnessFault, channels: [] })),
  );

  test('never makes a pass of what the microphone did not prove', () => {
    fc.assert(
      fc.property(measurement, fc.boolean(), (measured, answer) => {
        const alone = judgeSpeaker(measured, limits);
        const passes = answered(measured, answer).verdict === 'pass';
        expect(passes).toBe(alone.verdict === 'pass' && answer);
      }),
    );
  });

  test('"no" is never better than "yes", nor than no answer', () => {
    fc.assert(
      fc.property(measurement, (measured) => {
        const no = badness(answered(measured, false));
        expect(no).toBeGreaterThanOrEqual(badness(answered(measured, true)));
        expect(no).toBeGreaterThanOrEqual(badness(answered(measured, null)));
      }),
    );
  });

  test('that was not given is not judged: null and absent are the same', () => {
    fc.assert(
      fc.property(measurement, (measured) => {
        expect(answered(measured, null)).toEqual(judgeSpeaker(measured, limits));
      }),
    );
  });
});

function heard(left: number, right: number): PlayedSpeaker {
  const rest = { delayMs: 80, levelDbfs: -30 };
  const channels = [
    { channel: 'left' as const, correlation: left, ...rest },
    { channel: 'right' as const, correlation: right, ...rest },
  ];
  return { played: true, label: 'Room Speaker', witnessFault: null, channels };
}
