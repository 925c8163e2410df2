import { FILE_VAULT } from '../../point/key-vault.ts';
import { recoverJournal } from '../../point/recover.ts';
import { type Command, parseCommand, printJson, printLine } from '../cli.ts';
import { existingFolder, POINT_OPTIONS, POINT_USAGE, unwrap } from './open.ts';

export const recover: Command = {
  usage: POINT_USAGE,
  summary:
    'Makes a damaged journal, or one that is an old copy, anew from what the province has and what can be read here; the old file is kept beside it. Close the window first.',
  async run(argv) {
    const { values } = parseCommand(argv, POINT_OPTIONS);
    const dataDir = existingFolder(values);
    const recovered = unwrap(await recoverJournal({ dataDir, vault: FILE_VAULT, now: Date.now }));
    const { fetched, kept, filedAgain, setAside } = recovered;
    if (values.json) printJson(recovered);
    else
      printLine(`${fetched} from the province, ${kept} kept, ${filedAgain} filed again; set aside: ${setAside ?? '—'}`);
    return undefined;
  },
};
