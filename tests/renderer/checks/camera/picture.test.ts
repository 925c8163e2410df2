import { expect, test } from 'vitest';
import { blockChanges, blockMeans } from '../../../../renderer/checks/camera/blocks.ts';
import { meanGrid, pictureOf, regionsOf } from '../../../../renderer/checks/camera/picture-statistics.ts';
import { createStillRun } from '../../../../renderer/checks/camera/still-run.ts';
import { structureOf } from '../../../../renderer/checks/camera/structure.ts';
import { lumaOf } from '../../../../renderer/checks/media/luma-grid.ts';

test('percentiles and deviation over all frames', () => {
  const ramp = Uint8Array.from({ length: 200 }, (_, at) => at);
  expect(pictureOf([ramp])).toMatchObject({ lumaP5: 9, lumaP50: 99, lumaP95: 189 });
  const halves = [new Uint8Array(50).fill(100), new Uint8Array(50).fill(120)];
  expect(pictureOf(halves)).toEqual({ lumaP5: 100, lumaP50: 100, lumaP95: 120, lumaDeviation: 10 });
});

test('no frame, no picture', () => {
  expect(pictureOf([])).toBeNull();
});

test('one bright pixel leaves a black picture black', () => {
  const black = new Uint8Array(1000);
  black[7] = 255;
  expect(pictureOf([black])?.lumaP95).toBe(0);
});

const grid = (luma: (x: number, y: number) => number): Uint8Array =>
  Uint8Array.from({ length: 160 * 90 }, (_, at) => luma(at % 160, Math.floor(at / 160)));

test('noise and one bright pixel leave no structure, a room does', () => {
  expect(structureOf(grid((x, y) => 20 + ((x * 31 + y * 17) % 9)))).toBeLessThan(1);
  expect(structureOf(grid((x, y) => (x === 80 && y === 45 ? 255 : 0)))).toBeLessThan(1);
  expect(structureOf(grid((x) => (x % 40 < 20 ? 10 : 30)))).toBeGreaterThan(8);
});

test('light that falls on a cloth from one side, or less in the corners, is no structure', () => {
  expect(structureOf(grid((x, y) => 40 + x / 2 + y / 2))).toBeLessThan(1);
  expect(structureOf(grid((x, y) => 200 - (x - 80) ** 2 / 60 - (y - 45) ** 2 / 60))).toBeLessThan(1);
});

test('frames are averaged point by point', () => {
  const mean = meanGrid([grid(() => 10), grid((x) => (x === 3 ? 30 : 20))]);
  expect([mean[2], mean[3]]).toEqual([15, 20]);
});

test('blocks: 16 by 10, each the mean of its points', () => {
  const left = blockMeans(grid((x) => (x < 10 ? 90 : 0)));
  expect(left).toHaveLength(160);
  expect(left.filter((mean) => mean === 90)).toHaveLength(10);
  const changes = blockChanges(
    grid(() => 50),
    grid((_, y) => (y < 9 ? 53 : 50)),
  );
  expect(changes.filter((change) => change === 3)).toHaveLength(16);
});

test('a shadow before a window: dark in the middle, bright around', () => {
  const isPerson = (x: number, y: number) => x >= 48 && x < 112 && y >= 30;
  expect(regionsOf([grid((x, y) => (isPerson(x, y) ? 30 : 250))])).toEqual({ centreLumaP50: 30, surroundLumaP75: 250 });
});

test('colours weigh as the eye sees them', () => {
  expect([...lumaOf(Uint8ClampedArray.of(255, 255, 255, 255, 0, 255, 0, 255, 0, 0, 255, 255))]).toEqual([255, 182, 18]);
});

test('a run of the same picture ends with the first change, and the longest counts', () => {
  const one = Uint8Array.of(1, 2, 3);
  const other = Uint8Array.of(1, 2, 4);
  const still = createStillRun(0);
  still.see(one, 100);
  still.see(Uint8Array.from(one), 2000);
  still.see(other, 2500);
  expect(still.longestMs(2600)).toBe(2400);
  still.see(one, 2600);
  expect(still.longestMs(2700)).toBe(2400);
});

test('frames that stop coming are a still picture, too', () => {
  const still = createStillRun(1000);
  expect(still.longestMs(3000)).toBe(2000);
  still.see(Uint8Array.of(1), 3000);
  expect(still.longestMs(6500)).toBe(3500);
});
