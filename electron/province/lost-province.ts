import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AppError, appErr } from '../../shared/errors.ts';
import { findHub } from './db/hub.ts';
import type { Db } from './db/schema.ts';
import { CERTIFICATE_FILES } from './tls.ts';

/** An empty database where there was a province before: to found another one over it would lock every point out. */
export class LostProvince extends Error {
  readonly failure: AppError;

  constructor(sign: string) {
    super(`the database is empty, and ${sign} is of a province that was here before`);
    this.name = 'LostProvince';
    this.failure = appErr('hub-database-lost', { sign }).error;
  }
}

/** Throws `LostProvince` when the database holds no province and the hub's folder is that of one. */
export async function refuseLost(db: Db, dataDir: string): Promise<void> {
  if ((await findHub(db)) !== undefined) return;
  const sign = signOfOlder(dataDir);
  if (sign !== null) throw new LostProvince(sign);
}

/** A file that only a province that was founded leaves in its folder; null where there is none. */
export function signOfOlder(dataDir: string): string | null {
  if (existsSync(join(dataDir, CERTIFICATE_FILES.cert))) return CERTIFICATE_FILES.cert;
  const named = (folder: string, end: string) => {
    const found = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith(end)) : undefined;
    return found ?? null;
  };
  return named(dataDir, '.backup.gz') ?? named(join(dataDir, 'before-update'), '.sqlite');
}
