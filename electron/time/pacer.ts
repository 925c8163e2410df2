/** At most so many packets at once, then whatever else waits gets its turn. */
const MOST_AT_ONCE = 64;
/** What a stall held up beyond so many packets, or so long for a flow that may burst, is not made up for. */
const MOST_BEHIND = { packets: 2, ms: 12 };

const MOST_NAP_MS = 0.5;
const NOBODY_WAKES = new Int32Array(new SharedArrayBuffer(4));

export interface Pacer {
  /** `burst` packets at once, then one every `everyMs` on average; none with `everyMs` infinite. */
  readonly set: (pace: { readonly burst: number; readonly everyMs: number; readonly even: boolean }) => void;
  readonly stop: () => void;
}

/**
 * Calls `send` as the pace says until it returns false or `stop`. Timers come a millisecond apart at best, so packets go out
 * in small groups; with `even` one by one, and everything else in this process waits up to half a millisecond.
 */
export function startPacer(send: () => boolean): Pacer {
  let pace = { burst: 0, everyMs: Number.POSITIVE_INFINITY, even: false };
  let credit = 0;
  let creditedMs = performance.now();
  let timer: NodeJS.Timeout | null = null;
  let immediate: NodeJS.Immediate | null = null;
  let stopped = false;
  return {
    set(next) {
      credit = Math.max(credit, 0) + next.burst;
      creditedMs = performance.now();
      pace = next;
      if (!stopped) tick();
    },
    stop() {
      stopped = true;
      cancel();
    },
  };

  function tick(): void {
    cancel();
    const nowMs = performance.now();
    const mostMs = Math.max(pace.even ? 0 : MOST_BEHIND.ms, MOST_BEHIND.packets * pace.everyMs);
    const behindMs = Math.min(nowMs - creditedMs, mostMs);
    credit += behindMs / pace.everyMs;
    creditedMs = nowMs;
    for (let sent = 0; credit >= 1 && sent < MOST_AT_ONCE; sent += 1) {
      credit -= 1;
      if (!send() || stopped) {
        stopped = true;
        return;
      }
    }
    if (credit >= 1) immediate = setImmediate(tick);
    else if (Number.isFinite(pace.everyMs)) wait((1 - credit) * pace.everyMs);
  }

  function wait(ms: number): void {
    if (pace.even && ms < 2) {
      // Timers know only whole milliseconds. The event loop takes its turn after each nap.
      nap(Math.min(ms, MOST_NAP_MS));
      immediate = setImmediate(tick);
    } else timer = setTimeout(tick, Math.max(1, Math.floor(ms)));
  }

  function cancel(): void {
    if (timer) clearTimeout(timer);
    if (immediate) clearImmediate(immediate);
    timer = null;
    immediate = null;
  }
}

function nap(ms: number): void {
  try {
    Atomics.wait(NOBODY_WAKES, 0, 0, ms);
  } catch {
    // Where this thread may not sleep it stays awake: as even, at the cost of a processor.
  }
}
