import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { backupStream } from '../../province/backup/write.ts';
import { addAudit } from '../../province/db/audit.ts';
import { CliError, type Command, EXIT, messageOf, parseCommand, printJson, printLine, required } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, storeOf, withStore } from './store.ts';

const OPTIONS = { ...STORE_OPTIONS, out: { type: 'string' } } as const;

export const backup: Command = {
  usage: `--out FILE ${STORE_USAGE}`,
  summary:
    'Writes all of the province’s data into one file, as it is at one moment, while the hub runs. The file holds the hub’s keys: keep it as you keep them.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const out = required('out', values.out);
    const at = Date.now();
    await withStore(values, (db) => addAudit(db, { at, actor: ACTOR, action: 'backup-taken', subject: 'province' }));
    const part = `${out}.part`;
    try {
      await pipeline(backupStream(storeOf(values), at), createWriteStream(part, { mode: 0o600, flush: true }));
      await rename(part, out);
    } catch (error) {
      await rm(part, { force: true });
      throw new CliError(`cannot back up to ${out}: ${messageOf(error)}`);
    }
    const { size } = await stat(out);
    if (values.json) printJson({ file: out, bytes: size });
    else printLine(`${out} ${size} bytes`);
    return EXIT.ok;
  },
};
