import { createWriteStream } from 'node:fs';
import { minutesDocument } from '../../../shared/minutes/document.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { writePdf } from '../../pdf/render.ts';
import { provinceMinutes } from '../../province/minutes/gather.ts';
import {
  CliError,
  type Command,
  EXIT,
  failed,
  messageOf,
  parseCommand,
  printJson,
  printLine,
  required,
} from '../cli.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  meeting: { type: 'string' },
  point: { type: 'string' },
  out: { type: 'string' },
} as const;

export const minutes: Command = {
  usage: `${STORE_USAGE} --meeting ID --point CODE [--out FILE.pdf]`,
  summary: 'The record of a meeting at one point, as PDF (--out) and as JSON (--json).',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const [meeting, point] = [required('meeting', values.meeting), required('point', values.point)];
    if (!values.json) required('out', values.out);
    const made = await withStore(values, (db) => provinceMinutes(db, meeting, point, Date.now()));
    if (made === null) throw failed({ code: 'not-found', values: { point } });
    if (values.out !== undefined) {
      await writePdf(
        minutesDocument(made, createTranslator('vi')),
        createWriteStream(values.out, { mode: 0o600 }),
      ).catch((error: unknown) => {
        throw new CliError(messageOf(error));
      });
    }
    if (values.json) printJson(made);
    else printLine(String(values.out));
    return EXIT.ok;
  },
};
