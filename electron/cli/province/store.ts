import { databaseDamage, diskFailure } from '../../province/db/damage.ts';
import { findHub } from '../../province/db/hub.ts';
import { isThere, openDatabase } from '../../province/db/open.ts';
import type { Db } from '../../province/db/schema.ts';
import { foundHub } from '../../province/identity.ts';
import { LostProvince } from '../../province/lost-province.ts';
import { CliError, failed, messageOf, required } from '../cli.ts';

/** Options every command takes. The hub may run meanwhile: both work on the same database. */
export const STORE_OPTIONS = {
  data: { type: 'string' },
  database: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const STORE_USAGE = '--data DIR [--database URL] [--json]';

/** Who the audit log says it was. */
export const ACTOR = 'cli';

export interface StoreValues {
  readonly data?: string | undefined;
  readonly database?: string | undefined;
}

/** Where the hub's data lies. */
export function storeOf(values: StoreValues): { readonly dataDir: string; readonly database: string | undefined } {
  return { dataDir: required('data', values.data), database: values.database ?? process.env.DIEM_CAU_DATABASE };
}

/**
 * Runs `work` on the hub's database and closes it. A province that is not there yet is founded, unless `work` is only to look at
 * what is there.
 */
export async function withStore<T>(
  values: StoreValues,
  work: (db: Db) => Promise<T>,
  use: 'write' | 'look' = 'write',
): Promise<T> {
  const store = storeOf(values);
  // A folder that was mistyped is not made, nor a database in it.
  if (use === 'look' && !isThere(store)) throw failed({ code: 'hub-database-empty', values: {} });
  const db = await openDatabase(store).catch((error: unknown) => {
    throw inWords(error, `cannot open the database: ${messageOf(error)}`);
  });
  try {
    if (use === 'write') await foundHub(db, Date.now());
    const hub = await findHub(db);
    if (hub === undefined) throw failed({ code: 'hub-database-empty', values: {} });
    if (hub.moved_to) throw failed({ code: 'province-moved', values: { to: hub.moved_to } });
    return await work(db);
  } catch (error) {
    throw inWords(error, null);
  } finally {
    await db.destroy();
  }
}

/** A damaged or full database told in words; anything else as `otherwise` says, or as it is. */
export function inWords(error: unknown, otherwise: string | null): unknown {
  const lost = error instanceof LostProvince ? error.failure : null;
  const known = lost ?? databaseDamage(error) ?? diskFailure(error);
  if (known !== null) return failed(known);
  return otherwise === null ? error : new CliError(otherwise);
}
