import { randomBytes } from 'node:crypto';
import {
  LINK_SESSION_BYTES,
  LINK_SESSION_CONNECTIONS,
  LINK_SESSION_ECHOES,
} from '../../../shared/protocol/link-caps.ts';
import type { LinkRates } from '../../../shared/protocol/link-session.ts';
import { type SteadyClock, startSteadyClock } from '../../time/steady-clock.ts';
import { createPacer, type Pacer } from './pacer.ts';

/** Connections of a session over its whole life. */
const MOST_NONCES = 4 * LINK_SESSION_CONNECTIONS;

/** What the admission has set aside for a session. */
export interface LinkLease {
  readonly mostMbps: () => LinkRates;
  readonly onEnd: () => void;
}

/** One point's leave to measure, and what it has used of it. */
export interface LinkSession {
  readonly id: string;
  readonly key: Buffer;
  /** Set by the hub's clock when the session began, so that a correction of that clock never shows as delay. */
  readonly nowUs: SteadyClock;
  /** How fast it may be right now; null without an admission. */
  readonly mostMbps: () => LinkRates | null;
  /** Counts an echo; false when this sequence was answered before or is out of bounds. */
  readonly takeEcho: (sequence: number) => boolean;
  readonly echoes: () => number;
  /** Counts bytes of one direction; false when that is more than the session may carry. */
  readonly spend: (direction: 'up' | 'down', bytes: number) => boolean;
  /** How long a stream must wait, milliseconds, after it carried so many bytes, to keep to what is set aside. */
  readonly pace: Pacer;
  /** Counts bytes that a sink took; what all sinks of the session took until now. */
  readonly sink: (bytes: number) => number;
  /** Opens a connection, ended by `onEnd` with the session; or why not: its nonce was used, or the session has enough of them. */
  readonly open: (nonce: string, onEnd: () => void) => 'opened' | 'replayed' | 'over-cap';
  readonly release: (nonce: string) => void;
  /** Called once, when the session ends. */
  readonly whenEnded: (listener: () => void) => void;
  readonly end: () => void;
}

export interface LinkSessions {
  /** A new session, or null when there are as many as the hub bears. */
  readonly start: (lease?: LinkLease) => LinkSession | null;
  readonly find: (id: string) => LinkSession | undefined;
  readonly count: () => number;
  readonly endAll: () => void;
}

/** Sessions end by themselves after `lifeMs`, together with everything opened in them. */
export function keepSessions({ most, lifeMs }: { most: number; lifeMs: number }): LinkSessions {
  const live = new Map<string, LinkSession>();
  return {
    start(lease) {
      if (live.size >= most) return null;
      const session = newSession(lease, () => {
        clearTimeout(timer);
        live.delete(session.id);
      });
      const timer = setTimeout(session.end, lifeMs);
      timer.unref();
      live.set(session.id, session);
      return session;
    },
    find: (id) => live.get(id),
    count: () => live.size,
    endAll() {
      for (const session of [...live.values()]) session.end();
    },
  };
}

function newSession(lease: LinkLease | undefined, onEnd: () => void): LinkSession {
  const answered = new Set<number>();
  const nonces = new Set<string>();
  const open = new Map<string, () => void>();
  const endings: (() => void)[] = [];
  const used = { up: 0, down: 0 };
  const mostMbps = () => lease?.mostMbps() ?? null;
  let sunk = 0;
  let ended = false;
  return {
    id: randomBytes(8).toString('hex'),
    key: randomBytes(32),
    nowUs: startSteadyClock(),
    mostMbps,
    pace: createPacer(mostMbps),
    takeEcho(sequence) {
      if (sequence >= LINK_SESSION_ECHOES || answered.has(sequence)) return false;
      answered.add(sequence);
      return true;
    },
    echoes: () => answered.size,
    spend(direction, bytes) {
      used[direction] += bytes;
      return used[direction] <= LINK_SESSION_BYTES;
    },
    sink(bytes) {
      sunk += bytes;
      return sunk;
    },
    open(nonce, end) {
      if (nonces.has(nonce)) return 'replayed';
      if (nonces.size >= MOST_NONCES || open.size >= LINK_SESSION_CONNECTIONS) return 'over-cap';
      nonces.add(nonce);
      open.set(nonce, end);
      return 'opened';
    },
    release(nonce) {
      open.delete(nonce);
    },
    whenEnded(listener) {
      endings.push(listener);
    },
    end() {
      if (ended) return;
      ended = true;
      onEnd();
      for (const close of [...open.values(), ...endings]) close();
      lease?.onEnd();
    },
  };
}
