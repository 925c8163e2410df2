import { z } from 'zod';
import { PASSING } from '../db/schema-hubs.ts';
import type { RowSource } from './source.ts';
import type { Table } from './table.ts';

/** Tables that tell of the store itself, or of the hubs that run now. */
const LEFT_OUT: readonly string[] = ['kysely_migration', 'kysely_migration_lock', ...PASSING];

/** All tables with data of the province, each after those it refers to. Throws on one without a primary key. */
export async function tablesOf(source: RowSource): Promise<readonly Table[]> {
  const [readColumns, readReferences] =
    source.kind === 'sqlite' ? [sqliteColumns, sqliteReferences] : [postgresColumns, postgresReferences];
  const kept = (await readColumns(source)).filter(({ table }) => !LEFT_OUT.includes(table));
  const names = [...new Set(kept.map(({ table }) => table))];
  return inOrder(names, await readReferences(source)).map((name) => {
    const own = kept.filter(({ table }) => table === name);
    const key = own.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place);
    if (key.length === 0) throw new Error(`the table ${name} has no primary key`);
    return {
      name,
      columns: own.map(({ column, type }) => ({ name: column, type })),
      key: key.map(({ column }) => column),
    };
  });
}

/** Names of the migrations that made the database what it is. */
export async function migrationsOf(source: RowSource): Promise<readonly string[]> {
  const rows = await source.query('select name from kysely_migration order by name');
  return rows.map(({ name }) => String(name));
}

/** `place`: in the primary key, from 1; 0 outside it. */
const columns = z.array(z.object({ table: z.string(), column: z.string(), type: z.string(), place: z.number() }));
type Column = z.infer<typeof columns>[number];

const references = z.array(z.object({ from: z.string(), to: z.string() }));
type Reference = z.infer<typeof references>[number];

async function sqliteColumns({ query }: RowSource): Promise<readonly Column[]> {
  const rows = await query(
    `select t.name as "table", c.name as "column", c.type as type, c.pk as place from sqlite_master t
     join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%' order by t.name, c.cid`,
  );
  return columns.parse(rows);
}

async function sqliteReferences({ query }: RowSource): Promise<readonly Reference[]> {
  const rows = await query(
    `select t.name as "from", f."table" as "to" from sqlite_master t
     join pragma_foreign_key_list(t.name) f where t.type = 'table'`,
  );
  return references.parse(rows);
}

async function postgresColumns({ query }: RowSource): Promise<readonly Column[]> {
  const rows = await query(
    `select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
       coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as place
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname, a.attnum`,
  );
  return columns.parse(rows);
}

async function postgresReferences({ query }: RowSource): Promise<readonly Reference[]> {
  const rows = await query(
    `select a.relname as "from", b.relname as "to" from pg_constraint k
     join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
     where k.contype = 'f' and a.relnamespace = current_schema()::regnamespace`,
  );
  return references.parse(rows);
}

/** Each name after those it refers to. */
function inOrder(names: readonly string[], references: readonly Reference[]): readonly string[] {
  const placed: string[] = [];
  let waiting = [...names];
  while (waiting.length > 0) {
    const free = waiting.filter((name) =>
      references.every(({ from, to }) => from !== name || to === name || !waiting.includes(to)),
    );
    if (free.length === 0) throw new Error(`tables refer to one another in a circle: ${waiting.join(', ')}`);
    placed.push(...free);
    waiting = waiting.filter((name) => !free.includes(name));
  }
  return placed;
}
