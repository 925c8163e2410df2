import { z } from 'zod';
import { entryHash } from '../events/entry-hash.ts';
import { epochMs } from '../events/event.ts';

/** Entries in one push at most; the outbox sends the rest in the next one. */
export const MAX_BATCH = 100;

/** Number of an entry in its device's chain, or of a revision: the hub's database may keep it in 32 bits. */
export const MOST_SEQ = 2 ** 31 - 1;

/** `POST /api/point/entries`: the device's lines, in order, from the one after its last receipt. */
export const pushRequest = z.object({ entries: z.array(z.string().min(1).max(200_000)).min(1).max(MAX_BATCH) });
export type PushRequest = z.infer<typeof pushRequest>;

/** What the hub signs once everything up to `seq` is stored (JWS by the hub's key, `typ` below). */
export const receiptClaims = z.object({
  device: z.string().min(1).max(64),
  seq: z.number().int().nonnegative(),
  hash: z.union([entryHash, z.literal('genesis')]),
  /** The hub's clock. */
  receivedAt: epochMs,
});
export type ReceiptClaims = z.infer<typeof receiptClaims>;
export const RECEIPT_TYP = 'diem-cau-receipt+jws';

/** `receipt` is the JWS; `accepted` counts new lines, `duplicates` those the hub already had. */
export const pushResponse = z.object({
  receipt: z.string().min(1).max(4000),
  accepted: z.number().int().nonnegative(),
  duplicates: z.number().int().nonnegative(),
});
export type PushResponse = z.infer<typeof pushResponse>;
