/**
 * `npm run complete-lock`, after adding or updating a package: writes into `package-lock.json` the optional packages of
 * other platforms that the registry in use does not carry. npm leaves those out, and `npm ci` then refuses the lock file
 * on every machine. They get no checksum, as nobody here has seen them; their platform is read from their name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { runMain, say } from './lib/say.mjs';

const OS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

await runMain(async () => {
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = addMissing(lock.packages);
  if (added.length === 0) return;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(`Added to package-lock.json: ${added.join(', ')}`);
});

/**
 * @param {Record<string, { version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string> }>} packages
 * @returns {string[]} names of what was added
 */
function addMissing(packages) {
  const added = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const top = `node_modules/${name}`;
      const isKnown = packages[`${path}/${top}`] || packages[top];
      // Only exact versions: those are the families of binaries, one package for each platform.
      if (isKnown || !/^\d/.test(range)) continue;
      Object.assign(packages, { [top]: lockEntry(name, range, entry.dev === true) });
      added.push(name);
    }
  }
  return added;
}

/**
 * In the order of keys that npm itself writes.
 * @param {string} name e.g. `@biomejs/cli-linux-x64-musl`
 * @param {string} version
 * @param {boolean} dev
 */
function lockEntry(name, version, dev) {
  const words = name.split(/[/-]/);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  const os = words.filter((word) => OS.includes(word));
  const cpu = words.filter((word) => CPU.includes(word));
  return { version, cpu, ...(dev && { dev }), ...(libc && { libc }), optional: true, os };
}
