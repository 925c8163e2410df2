import { upsertPeople } from '../../province/db/people.ts';
import { listPoints } from '../../province/db/points.ts';
import { readRoster } from '../../province/imports/roster-csv.ts';
import { type Command, cliLocale, parseCommand } from '../cli.ts';
import { importRows } from './import-rows.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = { ...STORE_OPTIONS, 'skip-bad': { type: 'boolean', default: false } } as const;

export const importRoster: Command = {
  usage: `FILE ${STORE_USAGE} [--skip-bad]`,
  summary:
    'Adds or renames people who may sit in a meeting, from a CSV file with the columns point, name, title and maybe id, fields.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, OPTIONS, ['FILE']);
    return withStore(values, async (db) => {
      const points = new Set((await listPoints(db)).map(({ code }) => code));
      return importRows({
        file: positionals[0] ?? '',
        read: (text) => readRoster(text, points, cliLocale(process.env)),
        store: (rows) => db.transaction().execute((tx) => upsertPeople(tx, rows)),
        skipBad: values['skip-bad'],
        json: values.json,
      });
    });
  },
};
