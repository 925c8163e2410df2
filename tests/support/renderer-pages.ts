import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import viteConfig from '../../vite.config.ts';

const TOP = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = ['point', 'province', 'setup', 'gallery'] as const;
export type PageName = (typeof PAGES)[number];

/** Builds the pages once for all test files, readable and with what React complains of in development. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-pages-'));
  await build({
    ...viteConfig,
    // Not by its path: its pages would be built beside these.
    configFile: false,
    logLevel: 'warn',
    build: {
      ...viteConfig.build,
      outDir: folder,
      sourcemap: false,
      minify: false,
      rolldownOptions: { input: PAGES.map((name) => join(TOP, 'renderer', `${name}.html`)) },
    },
  });
  project.provide('pagesFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly pagesFolder: string;
  }
}
