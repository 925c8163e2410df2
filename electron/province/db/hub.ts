import type { Db, HubTable } from './schema.ts';

/** The hub's one row, or undefined before it has been founded. */
export async function findHub(db: Db): Promise<HubTable | undefined> {
  return db.selectFrom('hub').selectAll().executeTakeFirst();
}

/** Does nothing when there is one already. */
export async function insertHub(db: Db, hub: HubTable): Promise<void> {
  await db
    .insertInto('hub')
    .values(hub)
    .onConflict((oc) => oc.column('only_row').doNothing())
    .execute();
}

/** Where points reach the hub from now on. `pin` is null for plain HTTP. */
export async function setHubAddress(db: Db, id: string, publicUrl: string, pin: string | null): Promise<void> {
  await db.updateTable('hub').set({ public_url: publicUrl, pin }).where('id', '=', id).execute();
}

export async function setHubNames(db: Db, id: string, names: { name?: string; hotline?: string }): Promise<void> {
  if (Object.keys(names).length === 0) return;
  await db.updateTable('hub').set(names).where('id', '=', id).execute();
}
