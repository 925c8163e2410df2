import { randomBytes } from 'node:crypto';
import type { LinkRates } from '../../../shared/protocol/link-session.ts';

/** Whom a place belongs to, and who is asking for it right now. */
export interface Place<Answer> {
  readonly device: string;
  ticket: string;
  readonly want: LinkRates;
  /** Answers the request that is held open; null between two asks. */
  answer: ((answer: Answer) => void) | null;
  /** When it was last asked for. */
  seenAt: number;
}

export interface Newcomer {
  readonly device: string;
  readonly want: LinkRates;
  readonly most: number;
  readonly first: boolean;
}

/** First come, first served; one place a device; a place nobody asks for is given up after `lapseMs`. */
export interface WaitingLine<Answer> {
  readonly places: () => readonly Place<Answer>[];
  readonly find: (device: string) => Place<Answer> | undefined;
  /** At the end, or `first`; null when it is as long as `most`. */
  readonly join: (newcomer: Newcomer) => Place<Answer> | null;
  readonly leave: (place: Place<Answer>) => void;
  /** 1: the next. */
  readonly positionOf: (place: Place<Answer>) => number;
}

export function newTicket(): string {
  return randomBytes(16).toString('hex');
}

export function openWaitingLine<Answer>(lapseMs: number, now: () => number): WaitingLine<Answer> {
  let line: Place<Answer>[] = [];
  const places = () => {
    line = line.filter(({ answer, seenAt }) => answer !== null || now() - seenAt <= lapseMs);
    return line;
  };
  return {
    places,
    find: (device) => places().find((place) => place.device === device),
    join({ device, want, most, first }) {
      if (places().length >= most) return null;
      const place: Place<Answer> = { device, ticket: newTicket(), want, answer: null, seenAt: now() };
      line = first ? [place, ...line] : [...line, place];
      return place;
    },
    leave(place) {
      line = line.filter((other) => other !== place);
    },
    positionOf: (place) => places().indexOf(place) + 1,
  };
}
