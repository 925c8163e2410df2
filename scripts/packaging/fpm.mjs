#!/usr/bin/env node
/**
 * What electron-builder asks of fpm for a .deb, done with Debian's own dpkg-deb: fpm itself would be fetched from GitHub.
 * Understands the arguments that electron-builder writes and no others: `--option VALUE …` and `SOURCE=TARGET …`.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Without a value. */
const SWITCHES = new Set(['--force', '--debug']);
/** dpkg-deb's names of what fpm calls by the ending of a file. */
const COMPRESSIONS = { gz: 'gzip', xz: 'xz', zst: 'zstd', none: 'none' };

/** @param {readonly string[]} args */
function read(args) {
  /** @type {Record<string, string[]>} */
  const options = {};
  /** @type {[string, string][]} */
  const files = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (SWITCHES.has(arg)) continue;
    if (arg.startsWith('-')) {
      at += 1;
      options[arg] = [...(options[arg] ?? []), args[at] ?? ''];
      continue;
    }
    const cut = arg.indexOf('=');
    files.push([arg.slice(0, cut), arg.slice(cut + 1)]);
  }
  return { options, files };
}

/** @param {Record<string, string[]>} options */
function controlOf(options) {
  const one = (/** @type {string} */ name) => options[name]?.[0];
  const fields = {
    Package: one('--name'),
    Version: one('--version'),
    Architecture: one('--architecture'),
    Maintainer: one('--maintainer'),
    Depends: options['-d']?.join(', '),
    Recommends: options['--deb-recommends']?.join(', '),
    Section: one('--category') ?? 'misc',
    Priority: one('--deb-priority'),
    Homepage: one('--url'),
    Description: one('--description')?.replace(/\n(?! )/g, '\n '),
  };
  return Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

const { options, files } = read(process.argv.slice(2));
const [output] = options['--package'] ?? [];
if (options['-t']?.[0] !== 'deb' || !output) throw new Error('makes .deb packages only');
const tree = mkdtempSync(join(tmpdir(), 'diem-cau-deb-'));
try {
  chmodSync(tree, 0o755);
  for (const [source, target] of files) {
    const place = join(tree, target);
    mkdirSync(dirname(place), { recursive: true });
    cpSync(source, place, { recursive: true, verbatimSymlinks: true });
  }
  mkdirSync(join(tree, 'DEBIAN'));
  const size = execFileSync('du', ['-sk', '--exclude=DEBIAN', tree], { encoding: 'utf8' }).split('\t')[0];
  writeFileSync(join(tree, 'DEBIAN', 'control'), `${controlOf(options)}Installed-Size: ${size}\n`);
  for (const [option, name] of Object.entries({ '--after-install': 'postinst', '--after-remove': 'postrm' })) {
    const [script] = options[option] ?? [];
    if (!script) continue;
    copyFileSync(script, join(tree, 'DEBIAN', name));
    chmodSync(join(tree, 'DEBIAN', name), 0o755);
  }
  const compression = COMPRESSIONS[/** @type {'gz'} */ (options['--deb-compression']?.[0] ?? 'gz')];
  mkdirSync(dirname(output), { recursive: true });
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, output], { stdio: 'inherit' });
  process.stderr.write(`${basename(output)}: ${size} KiB installed\n`);
} finally {
  rmSync(tree, { recursive: true, force: true });
}
