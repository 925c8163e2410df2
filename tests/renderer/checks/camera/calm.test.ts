import { expect, test } from 'vitest';
import { createCalmWatch } from '../../../../renderer/checks/camera/calm.ts';

const POINTS = 160 * 90;
const LOOK_MS = 100;
const CALM_MS = 1500;

type Change = (at: number, look: number) => number;

/** A picture of one grey, changed at each point and look. */
function calmestOf(change: Change, looks = 34) {
  const watch = createCalmWatch();
  for (let look = 0; look < looks; look++) {
    const grid = Uint8Array.from({ length: POINTS }, (_, at) => 100 + change(at, look));
    watch.see(grid, look * LOOK_MS);
  }
  return watch.calmest(CALM_MS);
}

/** Always the same noise, −1, 0 or 1, and another at every look. */
const sensor: Change = (at, look) => (((at * 7919 + look * 104729) >>> 3) % 3) - 1;
/** A key frame every second draws each point anew by up to two steps. */
const keyFrames: Change = (at, look) => (Math.floor(look / 10) * (at % 3)) % 3;

test('one frame for ever neither moves nor has noise', () => {
  expect(calmestOf(() => 0)).toEqual({ calmMs: CALM_MS, movement: 0, noise: 0 });
});

test('a live sensor changes every block at every look', () => {
  expect(calmestOf(sensor)?.noise).toBeGreaterThan(0.5);
});

test('key frames change the whole picture, but leave it alone in between', () => {
  const calmest = calmestOf(keyFrames);
  expect(calmest?.noise).toBe(0);
  expect(calmest?.movement).toBeGreaterThan(0);
});

test('a hand that moves in one place is movement, though all the rest stands still', () => {
  const hand: Change = (at, look) => (at < 10 && look % 2 === 0 ? 100 : 0);
  expect(calmestOf(hand)).toMatchObject({ noise: 0 });
  expect(calmestOf(hand)?.movement).toBeGreaterThan(4);
});

test('a picture that freezes later is as calm as its frozen end', () => {
  const later: Change = (at, look) => sensor(at, Math.min(look, 15));
  expect(calmestOf(later)).toEqual({ calmMs: CALM_MS, movement: 0, noise: 0 });
});

test('too few looks say nothing', () => {
  expect(calmestOf(sensor, 0)).toBeNull();
  expect(calmestOf(sensor, 12)).toBeNull();
  const rare = createCalmWatch();
  for (let look = 0; look < 6; look++) rare.see(new Uint8Array(POINTS), look * 1000);
  expect(rare.calmest(CALM_MS)).toBeNull();
});
