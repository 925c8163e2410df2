import type { LinkStats } from '../deps.ts';
import type { Family } from './exposition.ts';
import { gauge } from './province-facts.ts';

/** The tests of the points' lines; what is thrown away is of others, unless it is `unproved` or `over-cap`. */
export function linkFacts({ testing, waiting, dropped }: LinkStats): readonly Family[] {
  return [
    gauge('diem_cau_link_tests', 'Points that measure their line right now.', testing),
    gauge('diem_cau_link_waiting', 'Points that wait for the line to be free.', waiting),
    {
      name: 'diem_cau_link_dropped_total',
      help: 'Datagrams and connections of line tests that were dropped, by reason.',
      type: 'counter',
      samples: Object.entries(dropped).map(([reason, value]) => ({ labels: { reason }, value })),
    },
  ];
}
