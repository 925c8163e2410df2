import type { Translator } from '../../strings/translator.ts';
import { columnsIn } from '../point-columns.ts';
import type { ColumnOf } from '../section.ts';
import { COUNTS, type CountName, type Tally } from './tally.ts';

/** What is counted but not shown in the wide tables: what remains is what everybody starts as. */
type Shown = Exclude<CountName, 'selfDeclared'>;

const SHOWN = COUNTS.filter((name): name is Shown => name !== 'selfDeclared');

/** The columns of everything that is counted, each summed. */
export function tallyColumns<Thing extends { readonly tally: Tally }>(translator: Translator): ColumnOf<Thing>[] {
  const column = columnsIn(translator);
  const counts = SHOWN.map((name) => column<Thing>(name, 'number', ({ tally }) => tally[name], { summed: true }));
  const late = column<Thing>('lateTotal', 'duration', ({ tally }) => tally.lateMs, { summed: true });
  const out = column<Thing>('outTime', 'duration', ({ tally }) => tally.outMs, { summed: true });
  const after = SHOWN.indexOf('late') + 1;
  return [...counts.slice(0, after), late, ...counts.slice(after), out];
}
