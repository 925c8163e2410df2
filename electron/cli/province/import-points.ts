import { upsertPoints } from '../../province/db/points.ts';
import { readPoints } from '../../province/imports/points-csv.ts';
import { type Command, cliLocale, parseCommand } from '../cli.ts';
import { importRows } from './import-rows.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = { ...STORE_OPTIONS, 'skip-bad': { type: 'boolean', default: false } } as const;

export const importPoints: Command = {
  usage: `FILE ${STORE_USAGE} [--skip-bad]`,
  summary: 'Adds or renames meeting points from a CSV file with the columns code, name, kind.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, OPTIONS, ['FILE']);
    return withStore(values, (db) =>
      importRows({
        file: positionals[0] ?? '',
        read: (text) => readPoints(text, cliLocale(process.env)),
        store: (rows) => db.transaction().execute((tx) => upsertPoints(tx, rows)),
        skipBad: values['skip-bad'],
        json: values.json,
      }),
    );
  },
};
