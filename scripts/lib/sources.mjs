import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './paths.mjs';

/** What the build is made from. */
const INPUTS = [
  'electron',
  'renderer',
  'shared',
  'assets',
  'tests/bench',
  'tests/corpus',
  'tests/linkem/crowd.ts',
  'tests/linkem/emulate.ts',
  'tests/linkem/reference.ts',
  'tests/linkem/truth.ts',
  'tests/shared/attendance',
  'scripts/build.mjs',
  'docs/ky-thuat-vien.md',
  'docs/the-lanh-dao.md',
  'docs/province-guide.md',
  'scripts/lib/bundled.mjs',
  'scripts/lib/compress.mjs',
  'scripts/lib/documents-plugin.mjs',
  'scripts/lib/sources.mjs',
  'vite.config.ts',
  'tsconfig.base.json',
  'tsconfig.renderer.json',
  'package.json',
  'package-lock.json',
];

/** One hash over names and contents of everything the build is made from; some milliseconds for some hundred files. */
export function hashSources() {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap((input) => listFiles(join(root, input))).sort()) {
    hash
      .update(`${relative(root, file).split(sep).join('/')}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
