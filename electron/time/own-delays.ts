import { MEETING_JITTER_BUFFER_MS, type OwnDelays } from '../../shared/checks/link/media-measurement.ts';

/** As long as a stall may reasonably last; a machine that slept is no stall. */
const MOST_TICKS = 2_500;

/**
 * What packets due every `everyMs` milliseconds would have met in a process that looks for them only at each `tick`, were
 * their line without any delay: the part of a measured jitter that is this machine's own. Times in milliseconds.
 */
export function countOwnDelays(everyMs: number, startMs: number) {
  let dueMs = startMs + everyMs;
  let last = 0;
  let packets = 0;
  let differences = 0;
  let late = 0;
  return {
    tick(nowMs: number): void {
      for (let n = 0; dueMs <= nowMs; n += 1, dueMs += everyMs) {
        if (n >= MOST_TICKS) {
          dueMs = nowMs + everyMs;
          return;
        }
        // No timer is exact: what a tick of its own would not have caught either is not the machine's.
        const delayMs = Math.max(0, nowMs - dueMs - everyMs);
        differences += Math.abs(delayMs - last);
        if (delayMs > MEETING_JITTER_BUFFER_MS) late += 1;
        packets += 1;
        last = delayMs;
      }
    },
    read: (): OwnDelays =>
      packets === 0
        ? { jitterMs: 0, latePct: 0 }
        : { jitterMs: differences / packets, latePct: (100 * late) / packets },
  };
}
