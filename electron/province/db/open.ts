import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, Kysely } from 'kysely';
import { copyBeforeMigration } from './copy-before.ts';
import { migrate } from './migrate.ts';
import type { Db, HubSchema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

export interface DatabaseOptions {
  /** The hub's folder; made when missing, readable by its user only. */
  readonly dataDir: string;
  /** `postgres://…`; without it SQLite in the folder. */
  readonly database?: string | undefined;
  readonly onIdleError?: ((error: Error) => void) | undefined;
}

/** Opens the hub's database at the newest schema. `destroy()` closes it. Throws when it cannot be opened. */
export async function openDatabase(options: DatabaseOptions): Promise<Db> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const db = new Kysely<HubSchema>({ dialect: await dialectOf(options) });
  try {
    await migrate(db, (waiting) => {
      if (options.database === undefined) copyBeforeMigration(embeddedIn(options.dataDir), waiting, Date.now());
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** Whether there is anything to look at: an embedded database that was made some time. What a server holds, only it can tell. */
export function isThere({ dataDir, database }: DatabaseOptions): boolean {
  return database !== undefined || existsSync(embeddedIn(dataDir));
}

function embeddedIn(dataDir: string): string {
  return join(dataDir, 'hub.sqlite');
}

/** Opens it beside the hub that keeps its schema, for somebody who only reads: of a SQLite file it cannot do more. */
export async function openToRead(options: DatabaseOptions): Promise<Db> {
  return new Kysely<HubSchema>({ dialect: await dialectOf(options, 'read') });
}

async function dialectOf(
  { dataDir, database, onIdleError = () => undefined }: DatabaseOptions,
  use: 'read' | 'write' = 'write',
): Promise<Dialect> {
  if (database === undefined) return sqliteDialect(embeddedIn(dataDir), use);
  const { postgresDialect } = await import('./postgres.ts');
  return postgresDialect(database, onIdleError);
}
