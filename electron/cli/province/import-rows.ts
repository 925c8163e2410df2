import { readFileSync } from 'node:fs';
import type { ImportRead } from '../../province/imports/read-table.ts';
import { CliError, EXIT, failed, messageOf, note, printJson, printLine } from '../cli.ts';

export interface RowImport<Row> {
  readonly file: string;
  readonly read: (text: string) => ImportRead<Row>;
  readonly store: (rows: readonly Row[]) => Promise<void>;
  readonly skipBad: boolean;
  readonly json: boolean;
}

/** Names every wrong row with its line on stderr. Without `skipBad` one wrong row keeps all of them out. Answers the exit code. */
export async function importRows<Row>({ file, read, store, skipBad, json }: RowImport<Row>): Promise<number> {
  const { rows, bad } = read(readText(file));
  for (const { line, detail } of bad) {
    note(failed({ code: 'import-bad-row', values: { line, detail } }).message);
  }
  const refused = bad.length > 0 && !skipBad;
  if (!refused) await store(rows);
  const imported = refused ? 0 : rows.length;
  if (json) printJson({ imported, bad });
  else printLine(`imported ${imported}, wrong ${bad.length}`);
  return refused ? EXIT.failed : EXIT.ok;
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8' : messageOf(error);
    throw new CliError(`cannot read ${file}: ${why}`);
  }
}
