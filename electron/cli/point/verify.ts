import { closeSync, openSync, writeSync } from 'node:fs';
import { type AuditedLine, verifyJournal } from '../../point/verify-journal.ts';
import { CliError, type Command, EXIT, note, parseCommand, printJson, printLine } from '../cli.ts';
import { existingFolder, inWords, POINT_OPTIONS, POINT_USAGE, unwrap } from './open.ts';

const OPTIONS = { ...POINT_OPTIONS, export: { type: 'string' } } as const;

export const verify: Command = {
  usage: `${POINT_USAGE} [--export FILE]`,
  summary: 'Checks the whole journal: signatures, chain, receipts. --export writes one line of JSON an entry.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const output = values.export === undefined ? null : openExport(values.export);
    const audit = unwrap(await verifyJournal(existingFolder(values), (line) => output?.add(line)));
    output?.close();
    const first = audit.faults[0];
    if (values.json) printJson(audit);
    else printLine(`entries ${audit.entries}, receipts ${audit.receipts}, problems ${audit.faults.length}`);
    if (!first) return EXIT.ok;
    note(`${first.what} ${first.seq} of ${first.device}: ${inWords(first.error)}`);
    return EXIT.failed;
  },
};

function openExport(file: string) {
  try {
    const handle = openSync(file, 'w', 0o600);
    return {
      add: (line: AuditedLine) => writeSync(handle, `${JSON.stringify(line)}\n`),
      close: () => closeSync(handle),
    };
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
}
