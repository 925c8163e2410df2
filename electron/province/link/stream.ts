import type { Duplex } from 'node:stream';
import type { EchoDesk } from './answer-echo.ts';
import type { LinkSession } from './sessions.ts';

/** An authenticated connection, right after its `ok`. */
export interface LinkStream {
  readonly desk: EchoDesk;
  readonly session: LinkSession;
  readonly socket: Duplex;
}
