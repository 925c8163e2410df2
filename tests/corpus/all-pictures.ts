import { HARD_PICTURES } from './hard-pictures.ts';
import { photoPictures } from './photo-pictures.ts';
import { photographs } from './photographs.ts';
import { CORPUS_PICTURES, type CorpusPicture } from './pictures.ts';

/** Every picture of the corpus by name; without those from photographs where these cannot be had, which is told on stderr. */
export async function allPictures(): Promise<Readonly<Record<string, CorpusPicture>>> {
  const found = await photographs();
  if (!found.ok) process.stderr.write(`Pictures from photographs are left out: ${found.error}\n`);
  return { ...CORPUS_PICTURES, ...HARD_PICTURES, ...(found.ok ? photoPictures(found.value) : {}) };
}
