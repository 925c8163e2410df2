import type { StringKey } from '../strings/dictionary.ts';
import type { Translator } from '../strings/translator.ts';
import type { ColumnOf } from './section.ts';

/** A point as a report names it. */
export interface ReportPoint {
  readonly code: string;
  readonly name: string;
  readonly cluster: string | null;
}

type ColumnKey = Extract<StringKey, `reports.columns.${string}`> extends `reports.columns.${infer Key}` ? Key : never;

/** Makes columns titled in one language. */
export function columnsIn({ t }: Translator) {
  return <Thing>(
    key: ColumnKey,
    type: ColumnOf<Thing>['type'],
    cell: ColumnOf<Thing>['cell'],
    more: Partial<ColumnOf<Thing>> = {},
  ): ColumnOf<Thing> => ({ key, title: t(`reports.columns.${key}`), type, cell, ...more });
}

/** Code, name and, where any point is of a cluster, the cluster. */
export function pointColumns<Thing extends { readonly point: ReportPoint }>(
  translator: Translator,
  things: readonly Thing[],
): ColumnOf<Thing>[] {
  const column = columnsIn(translator);
  const clustered = things.some(({ point }) => point.cluster !== null);
  return [
    column<Thing>('code', 'text', ({ point }) => point.code, { naming: true }),
    column<Thing>('point', 'text', ({ point }) => point.name, { naming: true }),
    ...(clustered ? [column<Thing>('cluster', 'text', ({ point }) => point.cluster)] : []),
  ];
}
