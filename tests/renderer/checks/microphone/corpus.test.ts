import { beforeAll, expect, test } from 'vitest';
import { analyseChannel } from '../../../../renderer/checks/microphone/levels.ts';
import { microphoneFixtures } from '../../../../shared/checks/microphone/fixtures.ts';
import type { ListenedMicrophone } from '../../../../shared/checks/microphone/measurement.ts';
import { judgeMicrophone } from '../../../../shared/checks/microphone/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { ALL_SOUNDS } from '../../../corpus/all-sounds.ts';
import { type Signal, SOUND_RATE } from '../../../corpus/signal.ts';
import { makeVoice, type Voice } from '../../../corpus/voice.ts';

const LISTENED_SECONDS = 3.7;
/** A person presses the button at any moment of a talk. */
const BEGINNINGS = [3, 7.3, 11.9, 23.1];
const TIMEOUT_MS = 60_000;

let voice: Voice;

beforeAll(async () => {
  voice = await makeVoice();
}, TIMEOUT_MS);

test.each(ALL_SOUNDS)('$name: $verdict, $reason, whenever it is listened to', { timeout: TIMEOUT_MS }, (sound) => {
  const channels = sound.make(voice);
  for (const seconds of BEGINNINGS) {
    const judgement = judgeMicrophone(heard(channels, seconds), DEFAULT_POLICY.checks.microphone);
    expect(judgement, `from ${seconds} s`).toMatchObject({ verdict: sound.verdict, reason: sound.reason });
  }
});

function heard(channels: readonly Signal[], seconds: number): ListenedMicrophone {
  const from = Math.round(seconds * SOUND_RATE);
  const to = from + LISTENED_SECONDS * SOUND_RATE;
  const analysed = channels.map((signal) => analyseChannel(signal.subarray(from, to), SOUND_RATE));
  return { ...(microphoneFixtures.ok as ListenedMicrophone), channels: analysed };
}
