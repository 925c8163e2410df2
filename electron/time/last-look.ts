import { performance } from 'node:perf_hooks';

/** The event loop passes here this often; when it is idle it looks as soon as something comes. */
const EVERY_MS = 4;
/** No timer is exact: a loop that passed so short a while ago was awake. */
const AWAKE_MS = 8;
/** One look reads so many datagrams of a socket, or a few more; what is left waits for the next one. */
const MOST_A_LOOK = 20;

export interface LookTrace {
  /** The loop passes, and looks next. */
  readonly pass: (nowMs: number) => void;
  /** The look after the latest pass is over. */
  readonly looked: () => void;
  /** With each datagram that is read: how long it may have lain there, milliseconds; 0 where the loop was awake. */
  readonly read: (nowMs: number) => number;
}

/** Whatever is read came after the last look that read all there was: when in between, nobody saw. Times in milliseconds. */
export function traceLooks(startMs: number): LookTrace {
  let passedMs = startMs;
  let lookedMs = startMs;
  let sincePass = 0;
  return {
    pass(nowMs) {
      passedMs = nowMs;
      sincePass = 0;
    },
    looked() {
      if (sincePass < MOST_A_LOOK) lookedMs = passedMs;
    },
    read(nowMs) {
      sincePass += 1;
      const unseenMs = nowMs - lookedMs;
      return unseenMs > AWAKE_MS ? unseenMs : 0;
    },
  };
}

export interface LastLook {
  /** With each datagram of one socket, as it is read: how long it may have lain there, microseconds. */
  readonly unseenUs: () => number;
  readonly stop: () => void;
}

/** Watches when this process, which reads one socket, last looked for what had come. */
export function watchLooks(): LastLook {
  const trace = traceLooks(performance.now());
  const timer = setInterval(() => {
    trace.pass(performance.now());
    // After the timers the loop looks at its sockets, then come these.
    setImmediate(trace.looked);
  }, EVERY_MS);
  timer.unref();
  return {
    unseenUs: () => Math.round(1000 * trace.read(performance.now())),
    stop: () => clearInterval(timer),
  };
}
