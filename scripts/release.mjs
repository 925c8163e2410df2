/**
 * Makes points take a new version. Runs on a machine without a network where the private half of the key is kept:
 *
 *   node scripts/release.mjs key FOLDER
 *     a new pair: `release-private.json` (keep it away from every hub) and `release-key.json` (goes into the builds)
 *   node scripts/release.mjs sign --key release-private.json --version 0.2.0 [--takes-back 0.3.0] [--vi TEXT --en TEXT]
 *       [--out release.jws] INSTALLER …
 *     signs the installers' names, sizes and hashes
 */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runMain, SetupError, say } from './lib/say.mjs';

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

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      version: { type: 'string' },
      'takes-back': { type: 'string', multiple: true },
      vi: { type: 'string' },
      en: { type: 'string' },
      out: { type: 'string', default: 'release.jws' },
    },
  });
  const [what, ...rest] = positionals;
  if (what === 'key' && rest[0]) {
    const { secret, open } = await makeKey(rest[0]);
    say(`keep ${secret} off every network; build with --release-key=${open}`);
    return 0;
  }
  const { key, version, vi, en, out } = values;
  if (what !== 'sign' || !key || !version || rest.length === 0)
    throw new SetupError('key FOLDER, or sign: see the file');
  const notes = vi !== undefined && en !== undefined ? { vi, en } : null;
  const takesBack = values['takes-back'] ?? [];
  writeFileSync(out, `${await signRelease({ key, version, takesBack, notes }, rest)}\n`);
  say(`${version} signed in ${out}`);
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await runMain(main);
