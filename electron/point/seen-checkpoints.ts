import { z } from 'zod';
import type { AppError } from '../../shared/errors.ts';
import { type CheckpointClaims, type Inclusion, inclusion } from '../../shared/protocol/checkpoint.ts';
import type { Result } from '../../shared/result.ts';
import { inTransaction, type Sqlite } from '../sqlite/open.ts';
import { onDisk } from './journal-file.ts';

/**
 * How a checkpoint stands to the one before it: it continues it, contradicts it, or contradicts it and a person accepted that
 * (the province had restored a backup and said so).
 */
export type Standing = 'follows' | 'breaks' | 'accepted';

/** One of the hub's checkpoints as this machine keeps it. */
export interface SeenCheckpoint {
  readonly size: number;
  readonly root: string;
  readonly jws: string;
  /** Of this device's last entry with a receipt at that time. */
  readonly proof: Inclusion | null;
  readonly standing: Standing;
}

/** The checkpoints worth keeping: the newest that follows, and every break with what it broke with. */
export interface SeenCheckpoints {
  /** What the next one must continue. */
  base(): SeenCheckpoint | null;
  /** The checkpoint that contradicts the base, until a person accepts it. */
  openBreak(): SeenCheckpoint | null;
  /** On disk when this answers ok. Of a break that lasts only the first checkpoint is kept. */
  keep(head: CheckpointClaims, jws: string, proof: Inclusion | null, standing: Standing): Result<null, AppError>;
  /** The open break becomes the base. */
  accept(): Result<null, AppError>;
  all(): readonly SeenCheckpoint[];
}

const row = z.object({
  size: z.number(),
  root: z.string(),
  jws: z.string(),
  proof: z.string().nullable(),
  standing: z.enum(['follows', 'breaks', 'accepted']),
});

export function openSeenCheckpoints(db: Sqlite, device: string, now: () => number): SeenCheckpoints {
  const all = 'SELECT size, root, jws, proof, standing FROM checkpoints WHERE device = ?';
  // Kept with its statements: a database nobody refers to is closed by the garbage collector.
  const sql = {
    db,
    base: db.prepare(`${all} AND standing != 'breaks' ORDER BY number DESC LIMIT 1`),
    break: db.prepare(`${all} AND standing = 'breaks' ORDER BY number DESC LIMIT 1`),
    all: db.prepare(`${all} ORDER BY number`),
    insert: db.prepare(
      `INSERT INTO checkpoints (device, number, size, root, jws, proof, standing, seen_at)
       SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? FROM checkpoints WHERE device = ?`,
    ),
    // What stood before a break that was accepted stays as evidence.
    forget: db.prepare(
      `DELETE FROM checkpoints WHERE device = ?1 AND standing = 'follows'
       AND number > (SELECT coalesce(max(number), 0) FROM checkpoints WHERE device = ?1 AND standing = 'accepted')
       AND number < (SELECT max(number) FROM checkpoints WHERE device = ?1 AND standing = 'follows')`,
    ),
    healed: db.prepare(`DELETE FROM checkpoints WHERE device = ? AND standing = 'breaks'`),
    accept: db.prepare(`UPDATE checkpoints SET standing = 'accepted' WHERE device = ? AND standing = 'breaks'`),
  };
  const one = (found: unknown) => (found === undefined ? null : seen(found));
  return {
    base: () => one(sql.base.get(device)),
    openBreak: () => one(sql.break.get(device)),
    keep: ({ size, root }, jws, proof, standing) =>
      onDisk(() =>
        inTransaction(db, () => {
          if (standing === 'breaks' && sql.break.get(device) !== undefined) return null;
          // A hub that shows the old record again had another database in between, which is over.
          if (standing === 'follows') sql.healed.run(device);
          sql.insert.run(device, size, root, jws, proof && JSON.stringify(proof), standing, now(), device);
          sql.forget.run(device);
          return null;
        }),
      ),
    accept: () =>
      onDisk(() => {
        sql.accept.run(device);
        return null;
      }),
    all: () => sql.all.all(device).map(seen),
  };
}

function seen(found: unknown): SeenCheckpoint {
  const { proof, ...rest } = row.parse(found);
  return { ...rest, proof: proof === null ? null : inclusion.parse(JSON.parse(proof)) };
}
