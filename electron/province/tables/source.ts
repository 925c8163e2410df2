import { CompiledQuery } from 'kysely';
import { isPostgres } from '../db/dialect.ts';
import type { Db } from '../db/schema.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Rows of either database, by plain SQL. */
export interface RowSource {
  readonly kind: 'sqlite' | 'postgres';
  /** `sql` has `?` for each parameter. */
  readonly query: (sql: string, parameters?: readonly (string | number | null)[]) => Promise<readonly Row[]>;
}

/** What a transaction sees. */
export function sourceOf(tx: Db): RowSource {
  const kind = isPostgres(tx) ? 'postgres' : 'sqlite';
  return {
    kind,
    async query(sql, parameters = []) {
      const text = kind === 'postgres' ? numbered(sql) : sql;
      return (await tx.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows;
    },
  };
}

/** As PostgreSQL wants it: `$1`, `$2` … in the place of each `?`. */
export function numbered(sql: string): string {
  let at = 0;
  return sql.replace(/\?/g, () => {
    at += 1;
    return `$${at}`;
  });
}
