import { errorText } from '../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { verifyStored } from '../../province/journal/verify-stored.ts';
import { type Command, cliLocale, EXIT, note, parseCommand, printJson, printLine } from '../cli.ts';
import { readSeen } from './seen.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = { ...STORE_OPTIONS, seen: { type: 'string', multiple: true } } as const;

export const verify: Command = {
  usage: `${STORE_USAGE} [--seen FILE …]`,
  summary:
    'Verifies every stored line of every device again, and the tree over all of them against every checkpoint signed; --seen: proofs or checkpoints that points or auditors kept, held against it too. Exit code 1 when something does not hold.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const found = await withStore(values, async (db) => verifyStored(db, await readSeen(values.seen ?? [])), 'look');
    const words = createTranslator(cliLocale(process.env));
    for (const { device, point, error } of found.faults) {
      note(`${point} ${device}: ${errorText(words, error).says} [${error.code}]`);
    }
    for (const error of found.tree.faults) note(`${errorText(words, error).says} [${error.code}]`);
    const faults = found.faults.length + found.tree.faults.length;
    if (values.json) printJson(found);
    else {
      const { devices, entries, tree } = found;
      printLine(`devices ${devices}, entries ${entries}, checkpoints ${tree.checkpoints}, faults ${faults}`);
    }
    return faults === 0 ? EXIT.ok : EXIT.failed;
  },
};
