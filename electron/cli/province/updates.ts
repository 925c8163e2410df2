import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { addAudit } from '../../province/db/audit.ts';
import { addUpdate, listUpdates } from '../../province/updates/files.ts';
import { CliError, type Command, EXIT, failed, messageOf, parseCommand, printJson, printLine } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, storeOf, withStore } from './store.ts';

export const addUpdateFile: Command = {
  usage: `FILE ${STORE_USAGE}`,
  summary: 'Puts an installer where points can fetch it. It is offered by `updates offer`.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, STORE_OPTIONS, ['FILE']);
    const file = positionals[0] ?? '';
    const name = basename(file);
    const { dataDir } = storeOf(values);
    const added = await addUpdate(dataDir, name, createReadStream(file)).catch((error: unknown) => {
      throw new CliError(`cannot take ${file}: ${messageOf(error)}`);
    });
    if (!added.ok) throw failed(added.error);
    await withStore(values, (db) =>
      addAudit(db, {
        at: Date.now(),
        actor: ACTOR,
        action: 'update-added',
        subject: `update:${name}`,
        detail: added.value,
      }),
    );
    if (values.json) printJson({ name, ...added.value });
    else printLine(`${name} ${added.value.bytes} bytes`);
    return EXIT.ok;
  },
};

export const listUpdateFiles: Command = {
  usage: STORE_USAGE,
  summary: 'Lists the installers that points can fetch.',
  async run(argv) {
    const { values } = parseCommand(argv, STORE_OPTIONS);
    const list = await listUpdates(storeOf(values).dataDir);
    if (values.json) printJson(list);
    else for (const { name, bytes } of list.files) printLine(`${name} ${bytes} bytes`);
    return EXIT.ok;
  },
};
