import { writeFileSync } from 'node:fs';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { hubFacts } from '../../province/identity.ts';
import { pinCodeSheets } from '../../province/roster/pin-code-sheets.ts';
import { issuePinCodes } from '../../province/roster/pin-codes-bulk.ts';
import { CliError, type Command, EXIT, failed, messageOf, note, parseCommand, printJson, printLine } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  all: { type: 'boolean', default: false },
  point: { type: 'string', multiple: true },
  renew: { type: 'boolean', default: false },
  html: { type: 'string' },
} as const;

export const pinCodes: Command = {
  usage: `${STORE_USAGE} (--all | --point CODE …) [--renew] [--html FILE]`,
  summary:
    'Prints one-time codes to set a first PIN, for everybody who has neither a PIN nor a code that works; with --renew also in place of such codes. --html writes sheets to print and hand out, one page a point.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const named = values.point ?? [];
    if (values.all === named.length > 0) throw new CliError('give --all or --point CODE', EXIT.usage);
    const points = values.all ? null : named;
    const { issued, hub } = await withStore(values, async (db) => ({
      issued: await issuePinCodes(db, { points, renew: values.renew }, { actor: ACTOR, now: Date.now() }),
      hub: await hubFacts(db),
    }));
    if (!issued.ok) throw failed(issued.error);
    const sheets = issued.value;
    if (values.html !== undefined) write(values.html, pinCodeSheets(sheets, hub));
    if (values.json) printJson({ points: sheets });
    else if (values.html === undefined) {
      for (const { point, codes } of sheets) {
        for (const { fullName, title, code, expiresAt } of codes) {
          printLine([point.code, point.name, fullName, title, code, formatDateTime(expiresAt)].join('\t'));
        }
      }
    }
    note(`${sheets.reduce((sum, { codes }) => sum + codes.length, 0)} codes for ${sheets.length} points`);
    return EXIT.ok;
  },
};

/** For its owner only: whoever reads a code can set a PIN. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    throw new CliError(`cannot write ${file}: ${messageOf(error)}`);
  }
}
