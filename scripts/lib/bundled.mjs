import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Packages of many small files that every command reads whole: built into our own files, of which a start reads few. That halves
 * the time a command takes to start. They hold no native code and read no file beside themselves.
 */
const BUNDLED = ['jose', 'kysely', 'zod'];

/** @returns {string[]} for esbuild: what is imported from `node_modules` when it runs */
export function externalPackages() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => !BUNDLED.includes(name))
    .flatMap((name) => [name, `${name}/*`]);
}
