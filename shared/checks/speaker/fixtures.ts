import type { HeardChannel, PlayedSpeaker, SpeakerMeasurement } from './measurement.ts';
import type { SpeakerProblem } from './rule.ts';

const left: HeardChannel = { channel: 'left', correlation: 0.71, delayMs: 86, levelDbfs: -31 };
const right: HeardChannel = { channel: 'right', correlation: 0.68, delayMs: 87, levelDbfs: -32 };
const deaf = (heard: HeardChannel): HeardChannel => ({ ...heard, correlation: 0.05, levelDbfs: -64 });

const played = (...channels: HeardChannel[]): PlayedSpeaker => ({
  played: true,
  label: 'Room Speaker',
  witnessFault: null,
  channels,
});

const unproved: PlayedSpeaker = {
  played: true,
  label: 'Room Speaker',
  witnessFault: 'denied',
  channels: [],
};

/** A measurement for every reason, by the default policy: for tests and the gallery. */
export const speakerFixtures: Readonly<Record<SpeakerProblem | 'ok', SpeakerMeasurement>> = {
  ok: played(left, right),
  'no-output': { played: false, error: 'no-output', detail: 'none connected' },
  suspended: { played: false, error: 'engine-not-running', detail: 'suspended' },
  'no-proof': unproved,
  'no-proof-person-heard': { ...unproved, humanHeard: true },
  'no-proof-person-did-not': { ...unproved, humanHeard: false },
  'not-heard': played(deaf(left), deaf(right)),
  'heard-by-person-only': { ...played(deaf(left), deaf(right)), humanHeard: true },
  'heard-by-nobody': { ...played(deaf(left), deaf(right)), humanHeard: false },
  'left-not-heard': played(deaf(left), right),
  'right-not-heard': played(left, deaf(right)),
  'heard-by-microphone-only': { ...played(left, right), humanHeard: false },
};
