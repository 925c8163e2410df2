import type { Db } from '../db/schema.ts';
import { newestCheckpoint } from '../db/tree.ts';
import type { Family } from './exposition.ts';

/** A device that was heard of since is reachable. */
const HEARD_WITHIN_MS = 10 * 60_000;

/** How the province stands: counts only, nobody is named. */
export async function provinceFacts(db: Db, now: number): Promise<readonly Family[]> {
  const { points, heard } = await db
    .selectFrom('points')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('points'),
      fn
        .sum<number>(
          eb
            .case()
            .when('last_contact_at', '>', now - HEARD_WITHIN_MS)
            .then(1)
            .else(0)
            .end(),
        )
        .as('heard'),
    ])
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow();
  const { devices } = await db
    .selectFrom('devices')
    .select(({ fn }) => fn.countAll<number>().as('devices'))
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  const checkpoint = await newestCheckpoint(db);
  return [
    gauge('diem_cau_points', 'Points in service.', Number(points)),
    gauge('diem_cau_points_heard', 'Points of which the hub heard in the last ten minutes.', Number(heard ?? 0)),
    gauge('diem_cau_devices', 'Devices enrolled and not revoked.', Number(devices)),
    gauge('diem_cau_checkpoint_size', 'Entries and rulings under the newest signed checkpoint.', checkpoint?.size ?? 0),
    gauge(
      'diem_cau_checkpoint_age_seconds',
      'How long ago the newest checkpoint was signed; it grows while nothing comes in.',
      checkpoint === undefined ? 0 : Math.max(0, (now - checkpoint.at) / 1000),
    ),
  ];
}

export function gauge(name: string, help: string, value: number): Family {
  return { name, help, type: 'gauge', samples: [{ value }] };
}
