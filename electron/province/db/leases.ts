import type { Db } from './schema.ts';

/**
 * Takes the lease, or goes on with it: false while another holds it. Hubs whose clocks differ by less than half of `forMs`
 * never hold it both.
 */
export async function takeLease(db: Db, name: string, holder: string, now: number, forMs: number): Promise<boolean> {
  const until = now + forMs;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('leases')
    .values({ name, holder, until })
    .onConflict((oc) =>
      oc
        .column('name')
        .doUpdateSet({ holder, until })
        .where(({ or, eb }) => or([eb('leases.holder', '=', holder), eb('leases.until', '<=', now)])),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function endLeases(db: Db, holder: string): Promise<void> {
  await db.deleteFrom('leases').where('holder', '=', holder).execute();
}

/** Leases whose names begin so, also those that ran out. */
export async function listLeases(
  db: Db,
  prefix: string,
): Promise<readonly { readonly name: string; readonly until: number }[]> {
  return db.selectFrom('leases').select(['name', 'until']).where('name', 'like', `${prefix}%`).execute();
}

/** What a hub's own lease is called, before its holder. */
export const HUB_LEASE = 'hub:';

/** How many hubs were heard of lately. */
export async function livingHubs(db: Db, now: number): Promise<number> {
  return (await listLeases(db, HUB_LEASE)).filter(({ until }) => until > now).length;
}

/** Forgets a lease that ran out: true for the one who does. */
export async function dropLease(db: Db, name: string, now: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('leases')
    .where('name', '=', name)
    .where('until', '<=', now)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
