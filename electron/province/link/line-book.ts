import type { LinkRates } from '../../../shared/protocol/link-session.ts';

/** What is set aside for one test. */
export interface LineShare {
  readonly mostMbps: () => LinkRates;
  /** Less is given back at once; more only as far as the line has room now. Answers what it is from now on. */
  readonly change: (need: LinkRates) => LinkRates;
  readonly giveBack: () => void;
}

/** The hub's line and what is set aside of it: the sum never exceeds the line. Rates in Mbps. */
export interface LineBook {
  /** Null when there is no room. A need above the whole line is cut to it. */
  readonly take: (need: LinkRates, line: LinkRates) => LineShare | null;
  readonly taken: () => LinkRates;
}

const DIRECTIONS = ['down', 'up'] as const;

export function openLineBook(): LineBook {
  const shares = new Set<{ held: LinkRates }>();
  const taken = (): LinkRates => ({ down: sum('down'), up: sum('up') });
  const sum = (direction: keyof LinkRates) => [...shares].reduce((total, { held }) => total + held[direction], 0);

  return {
    taken,
    take(need, line) {
      const held = lesser(need, line);
      const used = taken();
      if (DIRECTIONS.some((direction) => used[direction] + held[direction] > line[direction])) return null;
      const share = { held };
      shares.add(share);
      return {
        mostMbps: () => share.held,
        change(wanted) {
          if (!shares.has(share)) return share.held;
          const now = taken();
          const room = (direction: keyof LinkRates) => line[direction] - now[direction] + share.held[direction];
          // A line that was made smaller meanwhile takes nothing away from a test that runs.
          const most = (direction: keyof LinkRates) =>
            Math.min(wanted[direction], Math.max(room(direction), share.held[direction]));
          share.held = { down: most('down'), up: most('up') };
          return share.held;
        },
        giveBack: () => void shares.delete(share),
      };
    },
  };
}

export function lesser(a: LinkRates, b: LinkRates): LinkRates {
  return { down: Math.min(a.down, b.down), up: Math.min(a.up, b.up) };
}
