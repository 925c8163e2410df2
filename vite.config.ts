import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { documentsPlugin } from './scripts/lib/documents-plugin.mjs';

const top = fileURLToPath(new URL('.', import.meta.url));

/** How the windows' pages are built; `scripts/build.mjs` says which. An AudioWorklet is imported as `./x.worklet.ts?worker&url`: it becomes an asset of its own. */
export default defineConfig({
  root: join(top, 'renderer'),
  base: '/',
  publicDir: false,
  plugins: [react(), documentsPlugin()],
  worker: { format: 'es' },
  build: {
    outDir: join(top, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    // Nothing inline: the content security policy allows neither inline scripts nor data: addresses for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
