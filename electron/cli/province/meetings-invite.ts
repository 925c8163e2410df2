import { readFileSync } from 'node:fs';
import { importInvitations } from '../../province/meetings/import-invitations.ts';
import {
  CliError,
  type Command,
  cliLocale,
  EXIT,
  failed,
  messageOf,
  note,
  parseCommand,
  printJson,
  printLine,
  required,
} from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = { ...STORE_OPTIONS, reason: { type: 'string' } } as const;

export const inviteToMeeting: Command = {
  usage: `ID FILE ${STORE_USAGE} --reason WHY`,
  summary:
    'Invites the points of a list, CSV or XLSX, with the columns point and maybe designated and composition. One wrong row keeps all out.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, OPTIONS, ['ID', 'FILE']);
    const [id = '', file = ''] = positionals;
    const doing = {
      actor: ACTOR,
      now: Date.now(),
      reason: required('reason', values.reason),
      locale: cliLocale(process.env),
    };
    const done = await withStore(values, (db) => importInvitations(db, id, bytesOf(file), doing));
    if (!done.ok) throw failed(done.error);
    const { imported, bad } = done.value;
    for (const { line, detail } of bad) note(failed({ code: 'import-bad-row', values: { line, detail } }).message);
    if (values.json) printJson(done.value);
    else printLine(`imported ${imported}, wrong ${bad.length}`);
    return bad.length > 0 ? EXIT.failed : EXIT.ok;
  },
};

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CliError(`cannot read ${file}: ${messageOf(error)}`);
  }
}
