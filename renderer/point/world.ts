import type { FirstStart } from '../../shared/first-start.ts';
import type { MEDIA_PROBES } from '../checks/media-probes.ts';
import type { PlaySound } from '../checks/play-sound.ts';
import type { BridgeClient } from './bridge.ts';

export type MediaProbes = typeof MEDIA_PROBES;

/** The parts of `navigator.mediaDevices` that the store needs. */
export type DeviceSource = Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;

/** Everything the point's store reaches outside itself. */
export interface PointWorld {
  readonly client: BridgeClient;
  readonly firstStart: FirstStart | null;
  readonly probes: MediaProbes;
  readonly devices: DeviceSource;
  readonly playSound: PlaySound;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
  readonly after: (ms: number, callback: () => void) => () => void;
  /** Once the window has nothing better to do. Returns its stop. */
  readonly whenIdle: (callback: () => void) => () => void;
  readonly newId: () => string;
}

/** A window that is busy all the time, or never drawn, has its turn all the same. */
const IDLE_WITHIN_MS = 1_000;

/** The page has nothing to do while other processes still draw its first picture: what it began then would hold that up. */
function whenDrawnAndIdle(callback: () => void): () => void {
  let stop = () => {};
  const drawn = new PerformanceObserver(begin);
  const late = setTimeout(begin, IDLE_WITHIN_MS);
  function begin(): void {
    stop();
    const asked = requestIdleCallback(callback, { timeout: IDLE_WITHIN_MS });
    stop = () => cancelIdleCallback(asked);
  }
  stop = () => {
    clearTimeout(late);
    drawn.disconnect();
  };
  drawn.observe({ type: 'paint', buffered: true });
  return () => stop();
}

/** The window as it is. */
export function browserWorld(
  client: BridgeClient,
  firstStart: FirstStart | null,
  probes: MediaProbes,
  playSound: PlaySound,
): PointWorld {
  return {
    client,
    firstStart,
    probes,
    devices: navigator.mediaDevices,
    playSound,
    now: () => Date.now(),
    elapsed: () => performance.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    whenIdle: whenDrawnAndIdle,
    newId: () => crypto.randomUUID(),
  };
}
