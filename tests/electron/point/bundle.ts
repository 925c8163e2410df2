import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '../../..');

/** Makes one runnable file of a TypeScript entry of this repository, as the build does. `remove` deletes it. */
export function bundle(entry: string, name: string): { readonly file: string; readonly remove: () => void } {
  const file = join(root, 'test-output', `${name}-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(root, entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return { file, remove: () => rmSync(file, { force: true }) };
}
