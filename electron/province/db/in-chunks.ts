/** Rows of one INSERT: well below the number of parameters either database takes. */
const ROWS = 500;

/** The items in order, in groups that fit one statement. */
export function* inChunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += ROWS) yield items.slice(start, start + ROWS);
}
