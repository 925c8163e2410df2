import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Cell } from '../tables/tally.ts';

/**
 * A back-up: gzip of lines of JSON. First the header, then the rows of one table after the other, then the hub's own files, and
 * last the manifest, so that a file that was cut off is known by its end.
 */
export const header = z.object({
  format: z.literal('diem-cau-backup'),
  version: z.literal(1),
  createdAt: z.number().int(),
  hub: z.object({ id: z.string(), name: z.string() }),
  migrations: z.array(z.string()),
  /** Tables in an order in which they can be filled, with the columns of their rows. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Header = z.infer<typeof header>;

const cell: z.ZodType<Cell> = z.union([z.string(), z.number(), z.null(), z.object({ $bytes: z.string() })]);

export const rowLine = z.object({ t: z.string(), r: z.array(cell) });
export const fileLine = z.object({ file: z.string(), base64: z.string() });
const counted = z.object({ rows: z.number().int(), digest: z.string() });
export const manifestLine = z.object({
  manifest: z.object({ tables: z.record(z.string(), counted), files: z.record(z.string(), z.string()) }),
});
export type Manifest = z.infer<typeof manifestLine>['manifest'];

/** Files of the hub that points know it by. */
export const HUB_FILES = ['tls-key.pem', 'tls-cert.pem'] as const;

export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
