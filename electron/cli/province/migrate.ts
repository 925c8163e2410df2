import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../province/db/open.ts';
import type { Db } from '../../province/db/schema.ts';
import { moveProvince } from '../../province/move/move-province.ts';
import { CliError, type Command, EXIT, failed, messageOf, note, parseCommand, printJson, required } from '../cli.ts';

const OPTIONS = {
  data: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Progress is told at most so often. */
const TELL_EVERY_MS = 1000;

export const migrateProvince: Command = {
  usage: '--from sqlite --to postgres://… --data DIR [--json]',
  summary:
    'Moves the province from the SQLite database in DIR to an empty PostgreSQL database: all or nothing, every table read back and compared. Stop the hub before, and serve with --database afterwards.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const dataDir = required('data', values.data);
    if (required('from', values.from) !== 'sqlite') throw new CliError('--from takes sqlite', EXIT.usage);
    const url = readUrl(required('to', values.to));
    if (!existsSync(join(dataDir, 'hub.sqlite'))) throw new CliError(`there is no SQLite database in ${dataDir}`);
    const source = await open('source', openDatabase({ dataDir }));
    try {
      const target = await open('target', openDatabase({ dataDir, database: url.href }));
      const moved = await moveProvince(source, target, {
        movedTo: withoutSecrets(url),
        now: Date.now(),
        onProgress: tellProgress(),
      }).finally(() => target.destroy());
      if (!moved.ok) throw failed(moved.error);
      const rows = moved.value.reduce((sum, table) => sum + table.rows, 0);
      if (values.json) printJson({ movedTo: withoutSecrets(url), tables: moved.value });
      else note(`moved ${rows} rows; serve it with --database from now on`);
      return EXIT.ok;
    } finally {
      await source.destroy();
    }
  },
};

async function open(which: string, opening: Promise<Db>): Promise<Db> {
  return opening.catch((error: unknown) => {
    throw new CliError(`cannot open the ${which} database: ${messageOf(error)}`);
  });
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol))
    throw new CliError('--to takes an address as postgres://user@host/database', EXIT.usage);
  return url;
}

/** What is written down and shown of the address: not its password, which may also stand among its parameters. */
function withoutSecrets({ href }: URL): string {
  const url = new URL(href);
  url.password = '';
  url.search = '';
  return url.href;
}

function tellProgress(): (table: string, rows: number, of: number) => void {
  let toldAt = 0;
  return (table, rows, of) => {
    if (rows < of && Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    note(`${table}: ${rows} of ${of} rows`);
  };
}
