import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much more memory is held at the end than when everything had been used once. */
export interface Growth {
  /** `done`: the part of the work that is behind, 0 to 1. */
  readonly look: (done: number) => void;
  readonly megabytes: () => number;
}

/** Before that the engine still warms up. */
const WARM = 0.25;
const MB = 1024 * 1024;

export function createGrowth(): Growth {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  let first: number | null = null;
  return {
    look(done) {
      if (first === null && done >= WARM) first = held();
    },
    megabytes: () => Math.max(0, Math.round((held() - (first ?? 0)) / MB)),
  };
}
