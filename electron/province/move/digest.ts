import { createHash } from 'node:crypto';

/** A row as either database gives it. */
export type Row = Readonly<Record<string, string | number | null | Uint8Array>>;

/** What a table holds: the same on both databases when, and only when, all its rows are. */
export interface TableDigest {
  readonly rows: number;
  /** SHA-256 (hex) over each row's values as a JSON array on a line, in the order of the rows. */
  readonly sha256: string;
}

/** Takes rows one after another; `columns` says in which order their values count. */
export function digestRows(columns: readonly string[]): { add(row: Row): void; end(): TableDigest } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(row) {
      rows += 1;
      hash.update(`${JSON.stringify(columns.map((name) => comparable(row[name])))}\n`);
    },
    end: () => ({ rows, sha256: hash.digest('hex') }),
  };
}

/** The databases give bytes as arrays of different kinds. */
function comparable(value: Row[string] | undefined): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
