import { createHash, generateKeyPairSync } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SetupError } from '../lib/say.mjs';

/** As in `shared/updates/release.ts`. */
const TYP = 'diem-cau-release';
const VERSION = /^\d+\.\d+\.\d+$/;

/** @type {readonly (readonly [RegExp, string, string])[]} ending of a file, how it is installed, where it runs */
const KINDS = [
  [/\.tar\.gz$/, 'folder', 'linux'],
  [/\.AppImage$/, 'appimage', 'linux'],
  [/\.deb$/, 'deb', 'linux'],
  [/\.exe$/, 'nsis', 'win32'],
];

/** Writes a new pair of keys; never over one that is there. @param {string} folder */
export async function makeKey(folder) {
  await mkdir(folder, { recursive: true });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const secret = join(folder, 'release-private.json');
  const open = join(folder, 'release-key.json');
  writeFileSync(secret, `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`, { mode: 0o600, flag: 'wx' });
  writeFileSync(open, `${JSON.stringify(publicKey.export({ format: 'jwk' }))}\n`, { flag: 'wx' });
  return { secret, open };
}

/**
 * The signed release, one line.
 * @param {{ key: string, version: string, takesBack?: string[], notes?: { vi: string, en: string } | null, signedAt?: number }} about
 * @param {readonly string[]} installers
 */
export async function signRelease(about, installers) {
  const { importJWK, CompactSign } = await import('jose');
  const { version, takesBack = [], notes = null, signedAt = Date.now() } = about;
  if (![version, ...takesBack].every((one) => VERSION.test(one))) throw new SetupError('a version is three numbers');
  const files = await Promise.all(installers.map(describe));
  const key = await importJWK(JSON.parse(readFileSync(about.key, 'utf8')), 'EdDSA');
  const claims = { version, signedAt, takesBack, notes, files };
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: TYP, kid: 'release' })
    .sign(key);
}

/** @param {string} file */
async function describe(file) {
  const name = basename(file);
  const [, installation, system] = KINDS.find(([ending]) => ending.test(name)) ?? [];
  if (!installation) throw new SetupError(`${name} is no installer`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const architecture = /arm64|aarch64/.test(name) ? 'arm64' : 'x64';
  const { size: bytes } = statSync(file);
  return { name, installation, platform: `${system}-${architecture}`, bytes, sha512: hash.digest('base64') };
}
