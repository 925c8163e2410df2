/**
 * What is shipped beside our own code: a bill of materials (CycloneDX 1.5) and the licences, from the lock file and the packages
 * themselves. Alone: `node scripts/packaging/bill.mjs [FOLDER]`.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/paths.mjs';
import { runMain, SetupError, say } from '../lib/say.mjs';

/** Licences under which a package may be shipped inside ours without more than naming it. */
const ALLOWED = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0'],
  ...['OFL-1.1', 'Python-2.0'],
];

/**
 * Of packages that name none, what the licence file beside them says.
 * @type {Record<string, string>}
 */
const BY_THEIR_FILE = { 'png-js': 'MIT' };

/**
 * @typedef {object} Shipped
 * @property {string} name
 * @property {string} version
 * @property {string} licence an SPDX expression
 * @property {string} folder
 * @property {string | undefined} integrity SHA-512, base64
 */

/**
 * Every package that the shipped code may hold, by the lock file: all that is not for development only.
 * @returns {Shipped[]}
 */
export function shippedPackages() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version, license, integrity }]) => {
      const folder = join(root, path);
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        name,
        version,
        folder,
        integrity: integrity?.replace(/^sha512-/, ''),
        licence: spdx(BY_THEIR_FILE[name] ?? license ?? ownLicence(folder)),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {string} folder */
function ownLicence(folder) {
  const file = join(folder, 'package.json');
  const { license = 'none' } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return typeof license === 'string' ? license : license.type;
}

/**
 * Some write "A AND B" with other words or in brackets.
 * @param {string} text
 */
function spdx(text) {
  return text.replace(/\band\b/gi, 'AND').replace(/\bor\b/gi, 'OR');
}

/**
 * Whether it may be shipped: one of the alternatives with all of its parts.
 * @param {string} licence
 */
export function isAllowed(licence) {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => ALLOWED.includes(part.trim())));
}

/**
 * Writes `diem-cau.cdx.json` and `THIRD-PARTY.txt`.
 * @param {string} folder
 * @throws {SetupError} for a package whose licence is not among those allowed
 */
export async function writeBill(folder) {
  const shipped = shippedPackages();
  const wrong = shipped.filter(({ licence }) => !isAllowed(licence));
  if (wrong.length > 0)
    throw new SetupError(`not to be shipped: ${wrong.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'diem-cau.cdx.json'), `${JSON.stringify(billOf(shipped), null, 2)}\n`);
  await writeFile(join(folder, 'THIRD-PARTY.txt'), noticesOf(shipped));
  return { packages: shipped.length };
}

/**
 * In CycloneDX 1.5. Our own lines: `npm sbom --omit dev` leaves out packages that are shipped, as `undici`.
 * @param {Shipped[]} shipped
 */
function billOf(shipped) {
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${randomUUID()}`,
    version: 1,
    metadata: {
      timestamp: new Date().toISOString(),
      component: { type: 'application', name: 'diem-cau', version, licenses: [{ license: { id: license } }] },
    },
    components: shipped.map(({ name, version: of, licence, integrity }) => ({
      type: 'library',
      name,
      version: of,
      purl: `pkg:npm/${name.replace('@', '%40')}@${of}`,
      licenses: [{ expression: licence }],
      ...(integrity && { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity, 'base64').toString('hex') }] }),
    })),
  };
}

/** @param {Shipped[]} shipped */
function noticesOf(shipped) {
  const texts = shipped.map(({ name, version, licence, folder }) => {
    const file = existsSync(folder) && readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.|$)/i.test(one));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    return `${name} ${version}\n${licence}\n\n${text}\n`;
  });
  return `Điểm Cầu holds these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    const folder = process.argv[2] ?? join(root, 'out', 'packages');
    const { packages } = await writeBill(folder);
    say(`${packages} packages listed in ${folder}`);
    return 0;
  });
}
