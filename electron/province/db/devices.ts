import { sql } from 'kysely';
import { type PublicKeyJwk, publicKeyJwk } from '../../../shared/protocol/enrolment.ts';
import { CHAIN_START, type ChainHead } from '../../crypto/verify-chain.ts';
import { isPostgres } from './dialect.ts';
import { inChunks } from './in-chunks.ts';
import type { Db, DevicesTable } from './schema.ts';

export interface Device {
  readonly id: string;
  readonly pointCode: string;
  readonly key: PublicKeyJwk;
  readonly revokedAt: number | null;
  readonly head: ChainHead;
}

export interface NewDevice extends Pick<Device, 'id' | 'pointCode' | 'key'> {
  readonly name: string;
  readonly appVersion: string;
}

/** Adds a device at the start of its chain. */
export async function insertDevice(db: Db, device: NewDevice, at: number): Promise<void> {
  await db
    .insertInto('devices')
    .values({
      id: device.id,
      point_code: device.pointCode,
      public_key: JSON.stringify(device.key),
      name: device.name,
      app_version: device.appVersion,
      enrolled_at: at,
      revoked_at: null,
      revoked_reason: null,
      head_seq: CHAIN_START.seq,
      head_hash: CHAIN_START.hash,
      known_up_to: null,
    })
    .execute();
}

export async function findDevice(db: Db, id: string): Promise<Device | undefined> {
  const row = await db.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asDevice(row);
}

/** In the order they were enrolled. */
export async function listDevices(db: Db): Promise<readonly Device[]> {
  const rows = await db.selectFrom('devices').selectAll().orderBy('enrolled_at').orderBy('id').execute();
  return rows.map(asDevice);
}

/** Nothing the device sends is taken from now on; what it sent before stays. */
export async function revokeDevice(db: Db, id: string, at: number, reason: string | null = null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('devices')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A point's machines, also those that are revoked, the newest first. */
export async function listDevicesOf(db: Db, pointCode: string): Promise<readonly DevicesTable[]> {
  return db
    .selectFrom('devices')
    .selectAll()
    .where('point_code', '=', pointCode)
    .orderBy('enrolled_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Holds these devices until the end of the transaction: another hub that takes lines of one waits here. */
export async function holdDevices(tx: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Device>> {
  // Always in the same order, so that two groups of pushes never wait for each other in a circle.
  const query = tx.selectFrom('devices').selectAll().where('id', 'in', ids).orderBy('id');
  const rows = await (isPostgres(tx) ? query.forNoKeyUpdate() : query).execute();
  return new Map(rows.map((row) => [row.id, asDevice(row)]));
}

/** Moves the heads of chains on. Their devices are held by this transaction. */
export async function moveHeads(tx: Db, heads: ReadonlyMap<string, ChainHead>): Promise<void> {
  for (const chunk of inChunks([...heads])) {
    const rows = chunk.map(
      ([id, { seq, hash }]) => sql`(cast(${id} as text), cast(${seq} as integer), cast(${hash} as text))`,
    );
    await sql`update devices set head_seq = moved.column2, head_hash = moved.column3
      from (values ${sql.join(rows)}) as moved where devices.id = moved.column1`.execute(tx);
  }
}

/** Read with every push and never changed: they stay parsed. The text is all that decides what comes out. */
const PARSED = 60_000;
const parsed = new Map<string, PublicKeyJwk>();

function readKey(text: string): PublicKeyJwk {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= PARSED) parsed.clear();
  const key = publicKeyJwk.parse(JSON.parse(text));
  parsed.set(text, key);
  return key;
}

function asDevice(row: DevicesTable): Device {
  return {
    id: row.id,
    pointCode: row.point_code,
    key: readKey(row.public_key),
    revokedAt: row.revoked_at,
    head: { seq: row.head_seq, hash: row.head_hash },
  };
}

/** Devices of each point that are not revoked. */
export async function countDevices(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('devices')
    .select(({ fn }) => ['point_code', fn.countAll<number>().as('devices')])
    .where('revoked_at', 'is', null)
    .groupBy('point_code')
    .execute();
  return new Map(rows.map(({ point_code, devices }) => [point_code, devices]));
}

/** Notes that all a device recorded up to `at` (the hub's clock) is here. */
export async function noteKnown(db: Db, deviceId: string, at: number): Promise<void> {
  await db.updateTable('devices').set({ known_up_to: at }).where('id', '=', deviceId).execute();
}

/** Devices not revoked whose record was whole here at some moment since `since`: which point, and up to when. */
export async function listKnowledge(
  db: Db,
  since: number,
  point?: string,
): Promise<readonly { readonly pointCode: string; readonly device: string; readonly upTo: number }[]> {
  let query = db
    .selectFrom('devices')
    .select(['id', 'point_code', 'known_up_to'])
    .where('revoked_at', 'is', null)
    .where('known_up_to', '>=', since);
  if (point !== undefined) query = query.where('point_code', '=', point);
  const rows = await query.execute();
  return rows.map(({ id, point_code, known_up_to }) => ({ pointCode: point_code, device: id, upTo: known_up_to ?? 0 }));
}
