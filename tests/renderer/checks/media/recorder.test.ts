import { expect, test } from 'vitest';
import { joinedInTime } from '../../../../renderer/checks/media/recorder.ts';
import { makeChirp } from '../../../../renderer/checks/speaker/chirp.ts';
import { hear } from '../../../../renderer/checks/speaker/hearing.ts';
import { RATE, silence } from '../support/signals.ts';

/** As the audio thread tells them of a recording in which nothing came from sample 4,800 to 12,000. */
function interrupted(recording: Float32Array) {
  const piece = (from: number, to: number) => ({ startFrame: 960 + from, channels: [recording.slice(from, to)] });
  return [piece(0, 4_800), piece(12_000, 40_000), piece(40_000, recording.length)];
}

test('a source that paused leaves silence, and what came after it keeps its place', () => {
  const chirp = makeChirp('left', RATE);
  const recording = silence(1.5);
  // Played at 24,000; the way back takes 100 ms, less than the pause.
  recording.set(chirp, 28_800);
  const blocks = interrupted(recording);
  const played = { side: 'left' as const, atSample: 24_000 };
  expect(joinedInTime(blocks, 0)).toEqual(recording);
  expect(hear([joinedInTime(blocks, 0)], RATE, played)).toMatchObject({ delayMs: 100 });
});

test('nothing recorded is nothing', () => {
  expect(joinedInTime([], 0)).toHaveLength(0);
});
