import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cpuLoadPct } from '../../../shared/checks/cpu-times.ts';

const from = { busyMs: 1000, totalMs: 4000 };

test('is the share of the time between the readings', () => {
  expect(cpuLoadPct(from, { busyMs: 1500, totalMs: 6000 })).toBe(25);
  expect(cpuLoadPct(from, { busyMs: 3000, totalMs: 6000 })).toBe(100);
});

test('is unknown where the readings tell nothing', () => {
  expect(cpuLoadPct(null, from)).toBeNull();
  expect(cpuLoadPct(from, null)).toBeNull();
  expect(cpuLoadPct(from, from)).toBeNull();
  // A processor that was taken away takes its time with it.
  expect(cpuLoadPct(from, { busyMs: 500, totalMs: 2000 })).toBeNull();
  expect(cpuLoadPct(from, { busyMs: 900, totalMs: 5000 })).toBeNull();
});

test('never leaves 0 … 100', () => {
  const times = fc.record({ busyMs: fc.nat(), totalMs: fc.nat() });
  fc.assert(
    fc.property(times, times, (one, other) => {
      const load = cpuLoadPct(one, other) ?? 0;
      expect(load >= 0 && load <= 100).toBe(true);
    }),
  );
});
