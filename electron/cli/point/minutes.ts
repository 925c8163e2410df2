import { createWriteStream } from 'node:fs';
import { minutesDocument } from '../../../shared/minutes/document.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { writePdf } from '../../pdf/render.ts';
import { CliError, type Command, EXIT, messageOf, parseCommand, printJson, printLine, required } from '../cli.ts';
import { existingFolder, POINT_OPTIONS, POINT_USAGE, unwrap, withPoint } from './open.ts';

const OPTIONS = { ...POINT_OPTIONS, meeting: { type: 'string' }, out: { type: 'string' } } as const;

export const minutes: Command = {
  usage: `${POINT_USAGE} --meeting ID [--out FILE.pdf]`,
  summary: 'The record of a meeting at this point, as PDF (--out) and as JSON (--json).',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const meeting = required('meeting', values.meeting);
    if (!values.json) required('out', values.out);
    const made = await withPoint(existingFolder(values), async (point) => unwrap(await point.minutes(meeting)));
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
