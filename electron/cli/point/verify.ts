import { closeSync, openSync, writeSync } from 'node:fs';
import { type AuditedLine, type JournalAudit, verifyJournal } from '../../point/verify-journal.ts';
import { CliError, type Command, EXIT, note, parseCommand, printJson, printLine } from '../cli.ts';
import { existingFolder, inWords, POINT_OPTIONS, POINT_USAGE, unwrap, withPoint } from './open.ts';
import { verifyProofFile } from './verify-proof.ts';

const OPTIONS = {
  ...POINT_OPTIONS,
  export: { type: 'string' },
  proof: { type: 'string' },
  'hub-key': { type: 'string' },
  'accept-checkpoint': { type: 'boolean', default: false },
} as const;

export const verify: Command = {
  usage: `${POINT_USAGE} [--export FILE] [--accept-checkpoint] | --proof FILE [--hub-key KEY] [--json]`,
  summary:
    'Checks the whole journal: signatures, chain, receipts, checkpoints. --export writes one line of JSON an entry. --accept-checkpoint: the province has said why its record was replaced (a restored backup). --proof checks a file that `prove` wrote, without a folder.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    if (values.proof !== undefined) return verifyProofFile(values.proof, values['hub-key'], values.json);
    if (values['accept-checkpoint']) {
      await withPoint(existingFolder(values), async (point) => unwrap(await point.acceptCheckpoint()));
    }
    const output = values.export === undefined ? null : openExport(values.export);
    const audit = unwrap(await verifyJournal(existingFolder(values), (line) => output?.add(line)));
    output?.close();
    const first = audit.faults[0];
    if (values.json) printJson(audit);
    else printLine(problemLine(audit));
    if (!first) return EXIT.ok;
    note(`${first.what} ${first.seq} of ${first.device}: ${inWords(first.error)}`);
    return EXIT.failed;
  },
};

function problemLine({ entries, receipts, checkpoints, faults }: JournalAudit): string {
  return `entries ${entries}, receipts ${receipts}, checkpoints ${checkpoints}, problems ${faults.length}`;
}

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
