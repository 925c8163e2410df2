import type { PublicKeyJwk } from '../../../shared/protocol/enrolment.ts';

/** What the load generator is told to do. */
export type Order =
  | {
      readonly kind: 'make';
      readonly points: number;
      readonly senders: number;
      readonly rounds: number;
      readonly parted: boolean;
    }
  | {
      readonly kind: 'send';
      readonly urls: readonly string[];
      readonly hubId: string;
      /** Of a signed-in console. */
      readonly cookie: string;
      /** Over how long points spread what they send; 0: as fast as it is taken. */
      readonly spreadMs: number;
      /** Requests in flight, when as fast as it is taken. */
      readonly atOnce: number;
    };

export interface MadePoint {
  readonly code: string;
  readonly id: string;
  readonly key: PublicKeyJwk;
  readonly head: string;
  readonly entries: number;
}

export interface Outcome {
  readonly seconds: number;
  /** Pushes without a receipt. */
  readonly failed: number;
  /** Entries that the hub said it had already. */
  readonly notNew: number;
  readonly receiptMs: readonly number[];
  /** From sending a check to its row on an open console, per hub. */
  readonly visibleMs: readonly number[];
}
