import type { Bench } from './bench.ts';
import { check } from './benches/check.ts';
import { faults } from './benches/faults.ts';
import { firstStart } from './benches/first-start.ts';
import { fleet } from './benches/fleet.ts';
import { link } from './benches/link.ts';
import { linkBusy } from './benches/link-busy.ts';
import { linkCrowd } from './benches/link-crowd.ts';
import { linkLoopback } from './benches/link-loopback.ts';
import { linkReference } from './benches/link-reference.ts';
import { media, mediaPictures, mediaSounds } from './benches/media.ts';
import { packaged } from './benches/packaged.ts';
import { people } from './benches/people.ts';
import { reports } from './benches/reports.ts';
import { skeleton } from './benches/skeleton.ts';
import { start } from './benches/start.ts';
import { wall } from './benches/wall.ts';

/** All benches by the name they are called with. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  skeleton,
  check,
  'link-loopback': linkLoopback,
  link,
  'link-busy': linkBusy,
  'link-crowd': linkCrowd,
  'link-reference': linkReference,
  media,
  'media-pictures': mediaPictures,
  'media-sounds': mediaSounds,
  people,
  fleet,
  reports,
  wall,
  start,
  packaged,
  'first-start': firstStart,
  faults,
};
