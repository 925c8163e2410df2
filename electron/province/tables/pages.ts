import type { Row, RowSource } from './source.ts';
import type { Table } from './table.ts';

const PAGE = 500;
/** Letters and photographs have up to some MB each. */
const PAGE_OF_FILES = 10;

/** A table's rows by its key, page after page. */
export async function* pagesOf(
  source: RowSource,
  { name, key }: Pick<Table, 'name' | 'key'>,
): AsyncGenerator<readonly Row[]> {
  const columns = key.map(quoted).join(', ');
  const marks = key.map(() => '?').join(', ');
  const most = name === 'attachments' ? PAGE_OF_FILES : PAGE;
  let after: readonly (string | number)[] | null = null;
  for (;;) {
    const where: string = after === null ? '' : `where (${columns}) > (${marks})`;
    const sql = `select * from ${quoted(name)} ${where} order by ${columns} limit ${most}`;
    const page: readonly Row[] = await source.query(sql, after ?? []);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < most) return;
    after = key.map((column) => last[column] as string | number);
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
