import { errorText } from '../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { verifyStored } from '../../province/journal/verify-stored.ts';
import { type Command, cliLocale, EXIT, note, parseCommand, printJson, printLine } from '../cli.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

export const verify: Command = {
  usage: STORE_USAGE,
  summary: 'Verifies every stored line of every device again; exit code 1 when something does not hold.',
  async run(argv) {
    const { values } = parseCommand(argv, STORE_OPTIONS);
    const found = await withStore(values, verifyStored);
    const words = createTranslator(cliLocale(process.env));
    for (const { device, point, error } of found.faults) {
      note(`${point} ${device}: ${errorText(words, error).says} [${error.code}]`);
    }
    if (values.json) printJson(found);
    else printLine(`devices ${found.devices}, entries ${found.entries}, faults ${found.faults.length}`);
    return found.faults.length === 0 ? EXIT.ok : EXIT.failed;
  },
};
