import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face } from './mark.ts';

const PACKAGE = '@expo-google-fonts/be-vietnam-pro';

const FILES: Readonly<Record<Face, string>> = {
  normal: '400Regular/BeVietnamPro_400Regular.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
  italic: '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
  'bold-italic': '700Bold_Italic/BeVietnamPro_700Bold_Italic.ttf',
};

export const FACES: readonly Face[] = ['normal', 'bold', 'italic', 'bold-italic'];

const read = new Map<Face, Buffer>();

/** Be Vietnam Pro, whole: the web's files are cut into pieces, and no piece holds all letters of one Vietnamese word. */
export function fontFile(face: Face): Buffer {
  let font = read.get(face);
  if (font === undefined) {
    font = readFileSync(createRequire(import.meta.url).resolve(`${PACKAGE}/${FILES[face]}`));
    read.set(face, font);
  }
  return font;
}
