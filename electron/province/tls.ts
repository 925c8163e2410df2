import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { addCertificate, findCertificate, putCertificate } from './db/certificates.ts';
import type { Db } from './db/schema.ts';
import type { HttpsOptions } from './https-options.ts';

const YEARS = 10;
/** In the hub's folder. */
export const CERTIFICATE_FILES = { key: 'tls-key.pem', cert: 'tls-cert.pem' };

/**
 * The hub's own certificate, made at the first start. Points know it by its fingerprint, not by an authority, so every hub on one
 * database shows the same: what lies in a hub's folder counts, then what another hub left in the database.
 */
export async function hubCertificate(db: Db, dataDir: string): Promise<HttpsOptions> {
  const keyFile = join(dataDir, CERTIFICATE_FILES.key);
  const certFile = join(dataDir, CERTIFICATE_FILES.cert);
  if (existsSync(keyFile) && existsSync(certFile)) {
    const own = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
    await putCertificate(db, own);
    return own;
  }
  const shared = (await findCertificate(db)) ?? (await addCertificate(db, await makeCertificate()));
  writeFileSync(keyFile, shared.key, { mode: 0o600 });
  writeFileSync(certFile, shared.cert, { mode: 0o600 });
  return shared;
}

/** SHA-256 of the certificate in DER, base64url: what the enrolment code pins. */
export function fingerprintOf(cert: string): string {
  return createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');
}

export async function makeCertificate(): Promise<HttpsOptions> {
  // Needed once in a hub's life, and slow to load.
  const { generate } = (await import('./self-signed.ts')).selfSigned;
  const notAfterDate = new Date();
  notAfterDate.setFullYear(notAfterDate.getFullYear() + YEARS);
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'diem-cau-hub' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate,
    extensions: [{ name: 'subjectAltName', altNames: alternativeNames() }],
  });
  return { key, cert };
}

function alternativeNames() {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return [
    ...['localhost', hostname()].map((value) => ({ type: 2 as const, value })),
    ...addresses.filter(({ family }) => family === 'IPv4').map(({ address }) => ({ type: 7 as const, ip: address })),
  ];
}
