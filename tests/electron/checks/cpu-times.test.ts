import { expect, test } from 'vitest';
import { readCpuTimes } from '../../../electron/checks/cpu-times.ts';
import { cpuTimes } from '../../../shared/checks/cpu-times.ts';

test('adds up all processors, all but idle time being busy', () => {
  const processor = { model: 'x', speed: 1, times: { user: 10, nice: 1, sys: 5, irq: 4, idle: 80 } };
  expect(readCpuTimes([processor, processor], 'linux')).toEqual({ busyMs: 40, totalMs: 200 });
  expect(readCpuTimes([processor, processor], 'win32'), 'interrupts are in sys').toEqual({ busyMs: 32, totalMs: 192 });
});

test('reads this machine', () => {
  const times = cpuTimes.parse(readCpuTimes());
  expect(times.busyMs).toBeGreaterThan(0);
  expect(times.totalMs).toBeGreaterThan(times.busyMs);
});
