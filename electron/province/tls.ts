import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface HttpsOptions {
  readonly key: string;
  readonly cert: string;
}

const YEARS = 10;

/** The hub's own certificate, made at the first start and kept in its folder. Points know it by its fingerprint, not by an authority. */
export async function ownCertificate(dataDir: string): Promise<HttpsOptions> {
  const keyFile = join(dataDir, 'tls-key.pem');
  const certFile = join(dataDir, 'tls-cert.pem');
  if (!existsSync(keyFile) || !existsSync(certFile)) {
    const made = await makeCertificate();
    writeFileSync(keyFile, made.key, { mode: 0o600 });
    writeFileSync(certFile, made.cert, { mode: 0o600 });
  }
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}

/** SHA-256 of the certificate in DER, base64url: what the enrolment code pins. */
export function fingerprintOf(cert: string): string {
  return createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');
}

async function makeCertificate(): Promise<HttpsOptions> {
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
