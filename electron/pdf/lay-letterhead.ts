import type { LetterheadBlock, SignaturesBlock } from '../../shared/document/document.ts';
import { centred, type Room } from './lay-text.ts';
import { type Mark, moved } from './mark.ts';
import { gap, type Strip } from './strip.ts';
import { STYLES } from './styles.ts';

/** The share of the width that the issuer's column takes; the country's is wider, since its line must not break. */
const ISSUER = 0.4;
/** Room for a hand, in points. */
const HAND = 56;

/** Issuer and country side by side, each underlined, then number and date. */
export function layLetterhead(block: LetterheadBlock, { ruler, width }: Room): Strip[] {
  const left = { middle: (width * ISSUER) / 2, width: width * ISSUER - 8 };
  const right = { middle: width * (ISSUER + (1 - ISSUER) / 2), width: width * (1 - ISSUER) };
  const issuer = centred(
    [
      [block.above, STYLES.plain],
      [block.issuer, STYLES.bold],
    ],
    left.middle,
    left.width,
    ruler,
  );
  const country = centred(
    [
      [block.country, STYLES.bold],
      [block.motto, STYLES.motto],
    ],
    right.middle,
    right.width,
    ruler,
  );
  const below = Math.max(issuer.height, country.height) + 8;
  const number = centred([[block.number, STYLES.plain]], left.middle, left.width, ruler);
  const date = centred([[block.placeAndDate, STYLES.italic]], right.middle, right.width, ruler);
  const mottoWidth = ruler.width(block.motto, STYLES.motto);
  const marks: Mark[] = [
    ...issuer.marks,
    rule(left.middle, issuer.height + 2, 60),
    ...country.marks,
    rule(right.middle, country.height + 2, mottoWidth),
    ...[...number.marks, ...date.marks].map((mark) => moved(mark, 0, below)),
  ];
  return [{ height: below + Math.max(number.height, date.height), marks }];
}

export function laySignatures({ signatures }: SignaturesBlock, { ruler, width }: Room): Strip[] {
  const each = width / signatures.length;
  const columns = signatures.map(({ role, hint, name }, at) => {
    const middle = each * (at + 0.5);
    const head = centred(
      [
        [role, STYLES.bold],
        [hint, STYLES.italic],
      ],
      middle,
      each - 12,
      ruler,
    );
    const foot = centred([[name, STYLES.bold]], middle, each - 12, ruler);
    return { head, foot };
  });
  const head = Math.max(...columns.map((column) => column.head.height)) + HAND;
  const foot = Math.max(...columns.map((column) => column.foot.height));
  const marks = columns.flatMap((column) => [
    ...column.head.marks,
    ...column.foot.marks.map((mark) => moved(mark, 0, head)),
  ]);
  return [
    { ...gap(12), withNext: true },
    { height: head + foot, marks },
  ];
}

function rule(middle: number, y: number, length: number): Mark {
  return { kind: 'line', x: middle - length / 2, y, length };
}
