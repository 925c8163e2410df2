import type { Db } from './schema.ts';

export interface RateCount {
  readonly count: number;
  readonly until: number;
}

/** Counts one more request under this name, in the window that runs or in a new one of `windowMs`. */
export async function countRequest(db: Db, name: string, now: number, windowMs: number): Promise<RateCount> {
  return db
    .insertInto('rate_counts')
    .values({ name, count: 1, until: now + windowMs })
    .onConflict((oc) =>
      oc.column('name').doUpdateSet(({ eb, ref, fn: _ }) => ({
        count: eb
          .case()
          .when('rate_counts.until', '<=', now)
          .then(1)
          .else(eb('rate_counts.count', '+', 1))
          .end(),
        until: eb
          .case()
          .when('rate_counts.until', '<=', now)
          .then(now + windowMs)
          .else(ref('rate_counts.until'))
          .end(),
      })),
    )
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow();
}

export async function forgetCounts(db: Db, now: number): Promise<void> {
  await db.deleteFrom('rate_counts').where('until', '<=', now).execute();
}
