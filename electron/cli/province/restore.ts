import { createReadStream } from 'node:fs';
import { contentOf } from '../../province/backup/check.ts';
import { restore as restoreInto } from '../../province/backup/restore.ts';
import { addAudit } from '../../province/db/audit.ts';
import { openDatabase } from '../../province/db/open.ts';
import { CliError, type Command, EXIT, failed, messageOf, parseCommand, printJson, printLine } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, storeOf } from './store.ts';

export const restore: Command = {
  usage: `FILE ${STORE_USAGE}`,
  summary:
    'Fills an empty province from a back-up, on either database, and compares every table with the manifest. A province with data is left alone.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, STORE_OPTIONS, ['FILE']);
    const store = storeOf(values);
    const source = createReadStream(positionals[0] ?? '');
    await new Promise<void>((resolve, reject) => source.once('open', () => resolve()).once('error', reject)).catch(
      (error: unknown) => {
        throw new CliError(`cannot read ${positionals[0]}: ${messageOf(error)}`);
      },
    );
    const db = await openDatabase(store).catch((error: unknown) => {
      throw new CliError(`cannot open the database: ${messageOf(error)}`);
    });
    try {
      const restored = await restoreInto(db, store, source);
      if (!restored.ok) throw failed(restored.error);
      await addAudit(db, { at: Date.now(), actor: ACTOR, action: 'restored', subject: 'province' });
      const content = contentOf(restored.value);
      if (values.json) printJson(content);
      else for (const [table, rows] of Object.entries(content.rows)) printLine(`${table} ${rows}`);
      return EXIT.ok;
    } finally {
      source.destroy();
      await db.destroy();
    }
  },
};
