import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startDeadline } from '../../../../electron/checks/link/deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs out, but not while it is paused', () => {
  const deadline = startDeadline(1_000);
  vi.advanceTimersByTime(600);
  deadline.pause();
  deadline.pause();
  vi.advanceTimersByTime(60_000);
  expect(deadline.signal.aborted).toBe(false);
  deadline.resume();
  deadline.resume();
  vi.advanceTimersByTime(399);
  expect(deadline.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(deadline.signal.aborted).toBe(true);
});

it('is over when it is ended, also paused, and leaves no timer behind', () => {
  const deadline = startDeadline(1_000);
  deadline.pause();
  deadline.end();
  expect(deadline.signal.aborted).toBe(true);
  deadline.resume();
  expect(vi.getTimerCount()).toBe(0);
});
