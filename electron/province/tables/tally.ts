import { createHash } from 'node:crypto';
import { pagesOf } from './pages.ts';
import type { RowSource } from './source.ts';
import { namesOf, type Table } from './table.ts';

/** A value of a row as JSON holds it; bytes are told apart. */
export type Cell = string | number | null | { readonly $bytes: string };

export function asCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`a value of the database of type ${typeof value} cannot be read`);
}

export function ofCell(value: Cell): string | number | null | Buffer {
  return typeof value === 'object' && value !== null ? Buffer.from(value.$bytes, 'base64') : value;
}

/** What a table holds: the same on both databases when, and only when, all its rows are. */
export interface Total {
  readonly rows: number;
  /** The sum of the rows' SHA-256 modulo 2^256, hex: the order in which a database gives them does not matter. */
  readonly digest: string;
}

/** Takes rows one after another. */
export interface Tally {
  readonly add: (cells: readonly Cell[]) => void;
  readonly total: () => Total;
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

/** What a table holds, by these columns in this order. */
export async function totalOf(source: RowSource, table: Table, columns = namesOf(table)): Promise<Total> {
  const tally = createTally();
  for await (const page of pagesOf(source, table)) {
    for (const row of page) tally.add(columns.map((name) => asCell(row[name])));
  }
  return tally.total();
}
