import { z } from 'zod';
import { entryHash } from './entry-hash.ts';
import { epochMs } from './event.ts';
import { journalEvent } from './journal-event.ts';

/** `prev` of a device's first entry. */
export const GENESIS = 'genesis';

/** Protected header of an entry's JWS (Ed25519). `kid` is the device's id. */
export const ENTRY_ALG = 'EdDSA';
export const ENTRY_TYP = 'diem-cau-entry+jws';

/** What is signed: the event in its place in the device's chain. */
export const journalEntry = z.object({
  v: z.literal(1),
  device: z.string().min(1).max(64),
  point: z.string().min(1).max(32),
  /** 1, 2, 3, … without a gap. */
  seq: z.number().int().positive(),
  prev: z.union([z.literal(GENESIS), entryHash]),
  /** The device's clock. */
  at: epochMs,
  event: journalEvent,
});
export type JournalEntry = z.infer<typeof journalEntry>;

/** An entry together with the line that proves it. */
export interface SignedEntry {
  readonly entry: JournalEntry;
  readonly hash: string;
  readonly jws: string;
}
