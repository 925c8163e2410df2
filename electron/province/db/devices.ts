import { type PublicKeyJwk, publicKeyJwk } from '../../../shared/protocol/enrolment.ts';
import { CHAIN_START, type ChainHead } from '../../crypto/verify-chain.ts';
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
export async function revokeDevice(db: Db, id: string, at: number): Promise<void> {
  await db.updateTable('devices').set({ revoked_at: at }).where('id', '=', id).execute();
}

/** Moves the chain's head on, if it still stands where `from` says: false when another push was first. */
export async function advanceHead(db: Db, id: string, from: ChainHead, to: ChainHead): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('devices')
    .set({ head_seq: to.seq, head_hash: to.hash })
    .where('id', '=', id)
    .where('head_seq', '=', from.seq)
    .where('head_hash', '=', from.hash)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function asDevice(row: DevicesTable): Device {
  return {
    id: row.id,
    pointCode: row.point_code,
    key: publicKeyJwk.parse(JSON.parse(row.public_key)),
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
