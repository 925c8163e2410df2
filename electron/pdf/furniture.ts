import type { PaperDocument } from '../../shared/document/document.ts';
import { textMark } from './lay-text.ts';
import type { Mark } from './mark.ts';
import type { Paper } from './paper.ts';
import type { Ruler } from './ruler.ts';
import { STYLES } from './styles.ts';
import { wrap } from './wrap.ts';

/** What stands on each page around its text: the title above from the second page on, the footnote and "Trang 2/5" below. */
export function furnitureOf(
  document: PaperDocument,
  paper: Paper,
  ruler: Ruler,
  { page, pages }: { readonly page: number; readonly pages: number },
): Mark[] {
  const style = STYLES.small;
  const number = `${document.pageWord} ${page}/${pages}`;
  const numberWidth = ruler.width(number, style);
  const foot = paper.bottom + 14;
  const marks: Mark[] = [textMark(number, paper.left + paper.innerWidth - numberWidth, foot, style)];
  const [footnote] = wrap(document.footnote, paper.innerWidth - numberWidth - 20, style, ruler);
  if (footnote) marks.push(textMark(footnote, paper.left, foot, style));
  const [title] = wrap(document.title, paper.innerWidth, style, ruler);
  if (page > 1 && title) marks.push(textMark(title, paper.left, paper.top - 20, style));
  return marks;
}
