import { createHash, generateKeyPairSync } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { publicKey, signLine } from '../../../../electron/crypto/signed-line.ts';
import { RELEASE_TYP, type Release, type ReleaseFile } from '../../../../shared/updates/release.ts';

export interface Signer {
  readonly key: CryptoKey;
  readonly sign: (release: Partial<Release>, typ?: string) => Promise<string>;
}

/** The publisher with a key of its own. */
export async function makeSigner(): Promise<Signer> {
  const { privateKey, publicKey: half } = generateKeyPairSync('ed25519');
  const secret = (await importJWK(privateKey.export({ format: 'jwk' }) as JWK, 'EdDSA')) as CryptoKey;
  return {
    key: await publicKey(half.export({ format: 'jwk' }) as JWK),
    sign: (release, typ = RELEASE_TYP) =>
      signLine({ version: '0.2.0', signedAt: 1000, takesBack: [], notes: null, files: [], ...release }, secret, {
        typ,
        kid: 'release',
      }),
  };
}

export function fileOf(name: string, content: Buffer, change: Partial<ReleaseFile> = {}): ReleaseFile {
  const sha512 = createHash('sha512').update(content).digest('base64');
  return { name, installation: 'folder', platform: 'linux-x64', bytes: content.length, sha512, ...change };
}
