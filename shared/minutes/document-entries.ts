import type { Block, TableCell } from '../document/document.ts';
import { formatDateTime, formatSecond } from '../strings/format.ts';
import type { Translator } from '../strings/translator.ts';
import { eventWords } from './event-words.ts';
import type { Minutes } from './minutes.ts';

/** The evidence: every entry as it was recorded, with both clocks, its hash, and whether the province holds it. */
export function entriesBlocks({ entries, checklist }: Minutes, translator: Translator): Block[] {
  const { t } = translator;
  const rows = entries.map(({ seq, deviceAt, at, event, hash, atProvince }): TableCell[] => [
    `${seq}`,
    formatDateTime(deviceAt)
      .slice(0, 10)
      .concat(`\n${formatSecond(deviceAt)}`),
    at === null ? t('minutes.unmeasured') : formatSecond(at),
    eventWords(event, checklist, translator),
    { text: hash, look: 'small' },
    atProvince ? t('minutes.received') : { text: t('minutes.notReceived'), look: 'bold' },
  ]);
  return [
    { kind: 'heading', text: t('minutes.headings.entries') },
    {
      kind: 'table',
      columns: [
        { title: t('minutes.columns.seq'), share: 1.4, align: 'center' },
        { title: t('minutes.columns.deviceTime'), share: 3 },
        { title: t('minutes.columns.provinceTime'), share: 2.6 },
        { title: t('minutes.columns.what'), share: 7 },
        { title: t('minutes.columns.hash'), share: 5 },
        { title: t('minutes.columns.atProvince'), share: 2.4 },
      ],
      rows,
      empty: t('minutes.nothing'),
    },
  ];
}
