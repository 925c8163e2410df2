import { createWriteStream } from 'node:fs';
import { minutesDocument } from '../../shared/minutes/document.ts';
import type { Minutes } from '../../shared/minutes/minutes.ts';
import { createTranslator } from '../../shared/strings/translator.ts';
import { CliError, messageOf, printJson, printLine } from './cli.ts';

/** Tells the record of a meeting: as PDF in the file `out`, in Vietnamese, as JSON, or both. Throws `CliError` when the file cannot be written. */
export async function tellMinutes(
  made: Minutes,
  { out, json }: { out?: string | undefined; json?: boolean | undefined },
) {
  if (out !== undefined) {
    const { writePdf } = await import('../pdf/render.ts');
    const file = createWriteStream(out, { mode: 0o600 });
    await writePdf(minutesDocument(made, createTranslator('vi')), file).catch((error: unknown) => {
      throw new CliError(messageOf(error));
    });
  }
  if (json) printJson(made);
  else printLine(String(out));
}
