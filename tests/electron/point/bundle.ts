import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { externalPackages } from '../../../scripts/lib/bundled.mjs';

const root = join(import.meta.dirname, '../../..');

/** Makes a runnable file of a TypeScript entry of this repository, as the build does. `remove` deletes it and its parts. */
export function bundle(entry: string, name: string): { readonly file: string; readonly remove: () => void } {
  const folder = join(root, 'test-output', `${name}-${process.pid}`);
  buildSync({
    entryPoints: { [name]: join(root, entry) },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: externalPackages(),
    logLevel: 'error',
  });
  return { file: join(folder, `${name}.mjs`), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
