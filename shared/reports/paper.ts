import type { Block, PaperDocument, TableBlock, TableColumn } from '../document/document.ts';
import type { Translator } from '../strings/translator.ts';
import { cellText, columnTitle } from './cell-text.ts';
import type { ReportColumn, ReportModel, ReportRow, ReportSection } from './model.ts';

/** Characters of table text that stand side by side on a landscape page. */
const ROOM = 140;

/** The report on paper: A4 landscape, all its sections, room for signatures at the end. */
export function reportPaper(report: ReportModel, { t }: Translator): PaperDocument {
  const { title, facts, locale, sections } = report;
  const [role, head] = [t('reports.paper.maker'), t('reports.paper.head')];
  const hint = t('reports.paper.sign');
  return {
    locale,
    orientation: 'landscape',
    title,
    footnote: facts.map(({ label, value }) => `${label}: ${value}`).join(' · '),
    pageWord: t('reports.paper.page'),
    blocks: [
      { kind: 'title', text: title, below: [] },
      { kind: 'fields', fields: facts.map(({ label, value }) => [label, value] as const) },
      ...sections.flatMap((section) => sectionBlocks(section, report, t)),
      { kind: 'text', text: t('reports.paper.place'), look: 'italic', withNext: true },
      {
        kind: 'signatures',
        signatures: [
          { role, hint, name: '' },
          { role: head, hint, name: '' },
        ],
      },
    ],
  };
}

function sectionBlocks(section: ReportSection, { locale }: ReportModel, t: Translator['t']): Block[] {
  const parts = partsOf(section.columns);
  const total = parts.length;
  const title = (part: number) =>
    total === 1 ? section.title : t('reports.paper.part', { title: section.title, part, parts: total });
  return parts.flatMap((columns, index): Block[] => [
    { kind: 'heading', text: title(index + 1) },
    ...(index === 0 && section.note !== undefined
      ? [{ kind: 'text' as const, text: section.note, look: 'italic' as const }]
      : []),
    tableOf(columns, section, locale, t),
  ]);
}

/** The columns in parts that fit the paper, those that say which row it is in each of them. */
export function partsOf(columns: readonly ReportColumn[]): readonly (readonly ReportColumn[])[] {
  const naming = columns.filter((column) => column.naming);
  const named = naming.reduce((sum, column) => sum + charactersOf(column), 0);
  const parts: ReportColumn[][] = [];
  let used = ROOM;
  for (const column of columns) {
    if (column.naming) continue;
    used += charactersOf(column);
    if (used > ROOM) {
      parts.push([...naming]);
      used = named + charactersOf(column);
    }
    parts.at(-1)?.push(column);
  }
  return parts.length === 0 ? [naming] : parts;
}

function charactersOf({ key, type }: ReportColumn): number {
  if (key === 'text') return 60;
  if (key === 'code') return 9;
  return { text: 20, state: 14, 'date-time': 17, duration: 11, percent: 9, number: 10 }[type];
}

function tableOf(
  columns: readonly ReportColumn[],
  { rows, totals }: ReportSection,
  locale: ReportModel['locale'],
  t: Translator['t'],
): TableBlock {
  return {
    kind: 'table',
    columns: columns.map(
      (column): TableColumn => ({
        title: columnTitle(column),
        share: charactersOf(column),
        align: column.type === 'text' || column.type === 'state' ? 'left' : 'right',
      }),
    ),
    rows: { [Symbol.iterator]: () => lines() },
    empty: t('reports.paper.empty'),
  };

  // Made as they are drawn, so that the texts of a whole country never stand in memory.
  function* lines(): Generator<TableBlock['rows'] extends Iterable<infer Line> ? Line : never> {
    const texts = (row: ReportRow) => columns.map((column) => cellText(column, row[column.key], locale));
    for (const row of rows) yield texts(row);
    if (totals === null || !columns.some(({ key }) => totals[key] !== null)) return;
    yield texts(totals).map((text, index) => ({ text: index === 0 ? t('reports.paper.total') : text, look: 'bold' }));
  }
}
