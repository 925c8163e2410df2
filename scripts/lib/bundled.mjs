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

/**
 * For esbuild. zod says what is wrong in some fifty languages, and every start read them all; people get our own words.
 * @type {import('esbuild').Plugin}
 */
export const ZOD_IN_ENGLISH = {
  name: 'zod-in-english',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ path, importer }) =>
      /[\\/]zod[\\/]v4[\\/]/.test(importer) ? { path, namespace: 'zod-in-english' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'zod-in-english' }, () => ({ contents: 'export {};' }));
  },
};
