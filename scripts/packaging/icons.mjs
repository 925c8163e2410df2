import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { root } from '../lib/paths.mjs';

/** Edges in pixels that Linux desktops look for; Windows and macOS icons are made by electron-builder from the largest. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const LARGEST = 1024;

/** Draws `assets/icon.svg` in every size into electron-builder's resource folder. @param {string} resources */
export async function drawIcons(resources) {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(wasm));
  const svg = await readFile(join(root, 'assets', 'icon.svg'));
  await mkdir(join(resources, 'icons'), { recursive: true });
  for (const size of SIZES) await writeFile(join(resources, 'icons', `${size}x${size}.png`), draw(svg, size));
  await writeFile(join(resources, 'icon.png'), draw(svg, LARGEST));
}

/** @param {Uint8Array} svg @param {number} size @returns {Uint8Array} PNG */
function draw(svg, size) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}
