import type { Bench } from './bench.ts';
import { linkLoopback } from './benches/link-loopback.ts';
import { skeleton } from './benches/skeleton.ts';

/** All benches by the name they are called with. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  skeleton,
  'link-loopback': linkLoopback,
};
