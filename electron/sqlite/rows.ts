import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

/**
 * Statements whose rows are being read. The package for Node 20 frees one that nobody refers to, also while its rows are read,
 * and then reads freed memory.
 */
const reading = new Set<StatementSync>();

/** The rows of a statement one after another; as slowly as whoever asks for them. */
export function* rowsOf(
  statement: StatementSync,
  ...parameters: readonly SQLInputValue[]
): Generator<Record<string, SQLOutputValue>> {
  reading.add(statement);
  try {
    yield* statement.iterate(...parameters);
  } finally {
    reading.delete(statement);
  }
}
