/**
 * What stands on the pages of a printed document, without a word on how it is drawn: plain data, made by pure functions from a
 * record, drawn by `electron/pdf/`. Texts are already in the reader's language. A4; sizes are shares of the page's width.
 */
export interface PaperDocument {
  readonly locale: 'vi' | 'en';
  readonly orientation: 'portrait' | 'landscape';
  /** Names the file's window in a reader, and stands small at the head of every page but the first. */
  readonly title: string;
  /** Small, at the foot of every page, on the left; the page number stands on the right. */
  readonly footnote: string;
  /** Before the numbers of page and pages: "Trang" gives "Trang 2/5". */
  readonly pageWord: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | LetterheadBlock
  | TitleBlock
  | HeadingBlock
  | TextBlock
  | FieldsBlock
  | TableBlock
  | SignaturesBlock
  | CodeBlock;

/** The head of a Vietnamese administrative document: who issues it on the left, the country and its motto on the right. */
export interface LetterheadBlock {
  readonly kind: 'letterhead';
  /** The body above the issuer, in capitals by custom; empty where there is none. */
  readonly above: string;
  readonly issuer: string;
  /** "Số: …/BB-UBND" */
  readonly number: string;
  readonly country: string;
  readonly motto: string;
  /** "Ia Drăng, ngày 31 tháng 01 năm 2026" */
  readonly placeAndDate: string;
}

export interface TitleBlock {
  readonly kind: 'title';
  readonly text: string;
  readonly below: readonly string[];
}

/** Never the last thing on a page. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: string;
}

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  readonly look?: TextLook;
  /** Stands on the page of what follows it. */
  readonly withNext?: true;
}

export type TextLook = 'plain' | 'bold' | 'italic' | 'small';

/** Label and value, one pair a line. */
export interface FieldsBlock {
  readonly kind: 'fields';
  readonly fields: readonly (readonly [label: string, value: string])[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /**
   * Each as many cells as there are columns. Asked for twice (once to count the pages), so that a table may be longer than memory
   * likes: give an array, or an iterable that starts anew each time.
   */
  readonly rows: Iterable<readonly TableCell[]>;
  /** Said instead of rows where there are none. */
  readonly empty: string;
}

export interface TableColumn {
  readonly title: string;
  /** Relative to the other columns'. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** Line breaks in the text are kept. */
export type TableCell = string | { readonly text: string; readonly look: TextLook };

/** Side by side, with room for a hand. */
export interface SignaturesBlock {
  readonly kind: 'signatures';
  readonly signatures: readonly Signature[];
}

export interface Signature {
  /** "Người lập" */
  readonly role: string;
  /** "(Ký, ghi rõ họ tên)" */
  readonly hint: string;
  /** Printed below the room for the hand; empty where the one who signs writes it. */
  readonly name: string;
}

/** A QR code with words beside it. */
export interface CodeBlock {
  readonly kind: 'code';
  readonly content: string;
  readonly caption: readonly string[];
}
