import type { Clock } from '../../../electron/point/clock.ts';

/** A clock that stands still until it is moved; what is due then happens, in order. */
export interface HandClock extends Clock {
  /** What waits: milliseconds from now. */
  readonly waiting: () => readonly number[];
  readonly advance: (ms: number) => void;
}

export function handClock(start = 1_769_800_000_000): HandClock {
  let now = start;
  let timers: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => now,
    after(ms, work) {
      const timer = { at: now + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    waiting: () => timers.map(({ at }) => at - now).sort((a, b) => a - b),
    advance(ms) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      timers = timers.filter(({ at }) => at > now);
      for (const { work } of due) work();
    },
  };
}
