import type { HttpsOptions } from '../https-options.ts';
import type { Db } from './schema.ts';

export async function findCertificate(db: Db): Promise<HttpsOptions | undefined> {
  const row = await db.selectFrom('certificates').selectAll().executeTakeFirst();
  return row && { key: row.private_key, cert: row.certificate };
}

/** Puts it there unless another hub was first; answers the one that is there. */
export async function addCertificate(db: Db, { key, cert }: HttpsOptions): Promise<HttpsOptions> {
  await db
    .insertInto('certificates')
    .values({ only_row: 1, private_key: key, certificate: cert })
    .onConflict((oc) => oc.column('only_row').doNothing())
    .execute();
  return (await findCertificate(db)) ?? { key, cert };
}

/** Puts it in the place of what was there. */
export async function putCertificate(db: Db, { key, cert }: HttpsOptions): Promise<void> {
  await db
    .insertInto('certificates')
    .values({ only_row: 1, private_key: key, certificate: cert })
    .onConflict((oc) => oc.column('only_row').doUpdateSet({ private_key: key, certificate: cert }))
    .execute();
}

/** Prepared to take over from `takesOverAt` on (epoch ms). */
export interface NextCertificate extends HttpsOptions {
  readonly madeAt: number;
  readonly takesOverAt: number;
}

export async function findNextCertificate(db: Db): Promise<NextCertificate | undefined> {
  const row = await db.selectFrom('next_certificates').selectAll().executeTakeFirst();
  return row && { key: row.private_key, cert: row.certificate, madeAt: row.made_at, takesOverAt: row.takes_over_at };
}

/** In the place of one that was prepared before. */
export async function putNextCertificate(db: Db, next: NextCertificate): Promise<void> {
  const row = {
    private_key: next.key,
    certificate: next.cert,
    made_at: next.madeAt,
    takes_over_at: next.takesOverAt,
  };
  await db
    .insertInto('next_certificates')
    .values({ only_row: 1, ...row })
    .onConflict((oc) => oc.column('only_row').doUpdateSet(row))
    .execute();
}
