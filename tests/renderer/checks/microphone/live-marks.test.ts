import { expect, test } from 'vitest';
import { liveMarks } from '../../../../renderer/checks/microphone/live-marks.ts';

const quiet = (count: number) => Array.from({ length: count }, (_, at) => -60 + (at % 3));

test('nothing is marked before there is enough to tell', () => {
  expect(liveMarks(quiet(11))).toEqual({ floorDbfs: null, speechDbfs: null });
});

test('a quiet room has a floor and no speech, and one cough is none either', () => {
  expect(liveMarks(quiet(40))).toEqual({ floorDbfs: -60, speechDbfs: null });
  expect(liveMarks([...quiet(40), -20, -20, -20])).toEqual({ floorDbfs: -60, speechDbfs: null });
});

test('speech is marked at its mean power', () => {
  const { floorDbfs, speechDbfs } = liveMarks([...quiet(40), ...new Array<number>(20).fill(-25)]);
  expect(floorDbfs).toBe(-60);
  expect(speechDbfs).toBeCloseTo(-25, 6);
});
