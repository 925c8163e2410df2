import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CryptoKey } from 'jose';
import { publicKeyJwk } from '../../shared/protocol/enrolment.ts';
import { RELEASE_TYP, type Release, release } from '../../shared/updates/release.ts';
import { publicKey, verifyLine } from './signed-line.ts';

/** Beside the built code: the public half of the key that signs releases. A build without it takes none. */
export const RELEASE_KEY_FILE = 'release-key.json';

/** Null where the build carries none, or nothing that is a key. */
export async function releaseKeyIn(folder: string): Promise<CryptoKey | null> {
  try {
    return await publicKey(publicKeyJwk.parse(JSON.parse(readFileSync(join(folder, RELEASE_KEY_FILE), 'utf8'))));
  } catch {
    return null;
  }
}

/** What a release says; null when it is not signed by this key, or says something else. */
export async function readRelease(jws: string, key: CryptoKey): Promise<Release | null> {
  const parsed = release.safeParse(await verifyLine(jws, key, RELEASE_TYP));
  return parsed.success ? parsed.data : null;
}
