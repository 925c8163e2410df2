import { createHash } from 'node:crypto';
import { z } from 'zod';

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

/** A cell is JSON as it is; bytes are told apart. */
const cell = z.union([z.string(), z.number(), z.null(), z.object({ $bytes: z.string() })]);
export type Cell = z.infer<typeof cell>;

export const rowLine = z.object({ t: z.string(), r: z.array(cell) });
export const fileLine = z.object({ file: z.string(), base64: z.string() });
const counted = z.object({ rows: z.number().int(), digest: z.string() });
export const manifestLine = z.object({
  manifest: z.object({ tables: z.record(z.string(), counted), files: z.record(z.string(), z.string()) }),
});
export type Manifest = z.infer<typeof manifestLine>['manifest'];

/** Files of the hub that points know it by. */
export const HUB_FILES = ['tls-key.pem', 'tls-cert.pem'] as const;

export function asCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`a value of the database of type ${typeof value} cannot be backed up`);
}

export function ofCell(value: Cell): string | number | null | Buffer {
  return typeof value === 'object' && value !== null ? Buffer.from(value.$bytes, 'base64') : value;
}

/** Counts rows and sums their SHA-256 (modulo 2^256), so that the order in which a database gives them does not matter. */
export interface Tally {
  readonly add: (cells: readonly Cell[]) => void;
  readonly total: () => z.infer<typeof counted>;
}

const MODULUS = 1n << 256n;

export function createTally(): Tally {
  let rows = 0;
  let sum = 0n;
  return {
    add(cells) {
      rows += 1;
      const hash = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
      sum = (sum + BigInt(`0x${hash}`)) % MODULUS;
    },
    total: () => ({ rows, digest: sum.toString(16).padStart(64, '0') }),
  };
}

export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
