/**
 * Makes points take a new version. Runs on a machine without a network where the private half of the key is kept:
 *
 *   node scripts/release.mjs key FOLDER
 *     a new pair: `release-private.json` (keep it away from every hub) and `release-key.json` (goes into the builds)
 *   node scripts/release.mjs sign --key release-private.json --version 0.2.0 [--takes-back 0.3.0] [--vi TEXT --en TEXT]
 *       [--out release.jws] INSTALLER …
 *     signs the installers' names, sizes and hashes
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runMain, SetupError, say } from './lib/say.mjs';
import { makeKey, signRelease } from './packaging/sign-release.mjs';

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

await runMain(main);
