import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

/** Guides that are handed out on paper: the Vietnamese part of a document, on A4. @type {Record<string, string>} */
export const PRINTED = { 'ky-thuat-vien': 'docs/ky-thuat-vien.md', 'the-lanh-dao': 'docs/the-lanh-dao.md' };

const ENGLISH = '<!-- English -->';
const MARGIN = '11mm';

/** Two columns would be shorter, but a table in half a page is read by nobody. */
const STYLE = `
  @font-face { font-family: 'Be Vietnam Pro'; src: url('FONT400'); font-weight: 400; }
  @font-face { font-family: 'Be Vietnam Pro'; src: url('FONT700'); font-weight: 700; }
  * { box-sizing: border-box; }
  body { margin: 0; font: 10.4pt/14pt 'Be Vietnam Pro', sans-serif; color: #000; }
  h1 { margin: 0 0 4pt; font-size: 17pt; line-height: 21pt; }
  h2 { margin: 8pt 0 2pt; font-size: 12.4pt; line-height: 16pt; break-after: avoid; }
  p, ul, ol { margin: 0 0 3pt; }
  ul, ol { padding-left: 15pt; }
  li { margin: 0; }
  table { width: calc(100% - 1pt); border-collapse: collapse; margin: 2pt 0 5pt; break-inside: avoid; }
  th, td { border: 0.6pt solid #777; padding: 1.6pt 5pt; text-align: left; vertical-align: top; }
  img { display: block; width: 62%; margin: 4pt auto; border: 0.6pt solid #999; break-inside: avoid; }
`;

/**
 * A guide as a page of HTML that Chromium prints; its pictures and fonts are those of the repository.
 * @param {string} name of `PRINTED`
 */
export async function guideHtml(name) {
  const file = join(root, PRINTED[name] ?? '');
  const [vietnamese = ''] = (await readFile(file, 'utf8')).split(ENGLISH);
  const { marked } = await import('marked');
  const fonts = join(root, 'node_modules', '@expo-google-fonts', 'be-vietnam-pro');
  const style = STYLE.replace('FONT400', fontUrl(fonts, '400Regular')).replace('FONT700', fontUrl(fonts, '700Bold'));
  const base = `${pathToFileURL(dirname(file)).href}/`;
  const body = await marked(vietnamese);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><base href="${base}"><title>${name}</title><style>${style}</style></head><body>${body}</body></html>`;
}

/** @param {string} folder @param {string} weight */
function fontUrl(folder, weight) {
  return pathToFileURL(join(folder, weight, `BeVietnamPro_${weight}.ttf`)).href;
}

/**
 * The guide on A4. `height`: of its content in millimetres, when it is one page.
 * @param {import('playwright-core').Page} page of Debian's Chromium
 * @param {string} name
 * @param {string} folder for the page it is printed from: only such a one may show pictures of this disk
 * @returns {Promise<{ pdf: Buffer, pages: number, millimetres: number }>}
 */
export async function printGuide(page, name, folder) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.html`);
  await writeFile(file, await guideHtml(name));
  await page.setViewportSize({ width: 711, height: 1000 });
  await page.goto(pathToFileURL(file).href);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => document.fonts.ready);
  const pixels = await page.evaluate(() => document.body.scrollHeight);
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  const pdf = await page.pdf({ format: 'A4', margin });
  return { pdf, pages: pagesOf(pdf), millimetres: Math.round((pixels * 25.4) / 96) };
}

/** @param {Buffer} pdf */
function pagesOf(pdf) {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
