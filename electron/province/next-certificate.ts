import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CERTIFICATE_TYP, type CertificateClaims } from '../../shared/protocol/hub-certificate.ts';
import { signQuickly } from '../crypto/quick-lines.ts';
import { addAudit } from './db/audit.ts';
import { findNextCertificate, type NextCertificate, putCertificate, putNextCertificate } from './db/certificates.ts';
import type { Db } from './db/schema.ts';
import type { HubIdentity } from './deps.ts';
import type { HttpsOptions } from './https-options.ts';
import { hubFacts } from './identity.ts';
import type { Doing } from './meetings/doing.ts';
import { CERTIFICATE_FILES, fingerprintOf, makeCertificate } from './tls.ts';

/**
 * Makes the certificate that this hub, and every other on its database, shows from `takesOverAt` on. Points learn of it by their feed before,
 * signed by the hub's key: whoever fetched its feed in between notices nothing.
 */
export async function prepareCertificate(db: Db, takesOverAt: number, { actor, now }: Doing): Promise<NextCertificate> {
  const made = { ...(await makeCertificate()), madeAt: now, takesOverAt };
  await db.transaction().execute(async (tx) => {
    await putNextCertificate(tx, made);
    const detail = { pin: fingerprintOf(made.cert), from: new Date(takesOverAt).toISOString() };
    await addAudit(tx, { at: now, actor, action: 'certificate-prepared', subject: 'hub', detail });
  });
  return made;
}

/** The prepared certificate once its time has come, put in the place of the one before; undefined while it has not. */
export async function takenOver(db: Db, dataDir: string, now: number): Promise<HttpsOptions | undefined> {
  const next = await findNextCertificate(db);
  if (next === undefined || next.takesOverAt > now) return undefined;
  const { key, cert } = next;
  await putCertificate(db, { key, cert });
  writeFileSync(join(dataDir, CERTIFICATE_FILES.key), key, { mode: 0o600 });
  writeFileSync(join(dataDir, CERTIFICATE_FILES.cert), cert, { mode: 0o600 });
  return { key, cert };
}

/** What the hub signs of its certificates for the points; null where it shows none. The same as long as nothing changes. */
export async function certificateStatement(db: Db, hub: HubIdentity): Promise<string | null> {
  const { pin } = await hubFacts(db);
  if (pin === null) return null;
  const next = await findNextCertificate(db);
  const pins = [...new Set([pin, ...(next ? [fingerprintOf(next.cert)] : [])])];
  const claims: CertificateClaims = { hub: hub.id, pins, at: next?.madeAt ?? 0 };
  return signQuickly(claims, hub.key, { typ: CERTIFICATE_TYP, kid: hub.id });
}
