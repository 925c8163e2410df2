/** Why something that came in was thrown away without an answer. */
export const DROP_REASONS = ['malformed', 'foreign', 'forged', 'replayed', 'unproved', 'over-cap', 'silent'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export interface Drops {
  readonly count: (reason: DropReason) => void;
  readonly read: () => Readonly<Record<DropReason, number>>;
}

export function countDrops(): Drops {
  const counts: Record<DropReason, number> = {
    malformed: 0,
    foreign: 0,
    forged: 0,
    replayed: 0,
    unproved: 0,
    'over-cap': 0,
    silent: 0,
  };
  return {
    count(reason) {
      counts[reason] += 1;
    },
    read: () => ({ ...counts }),
  };
}
