import { LONGEST_DAYS, SCOPES, type Scope, scope } from '../../../shared/protocol/api-tokens.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { grantToken } from '../../province/auth/api-token.ts';
import {
  CliError,
  type Command,
  EXIT,
  note,
  parseCommand,
  printJson,
  printLine,
  required,
  wholeNumber,
} from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  name: { type: 'string' },
  scope: { type: 'string', multiple: true },
  days: { type: 'string', default: '90' },
} as const;

export const addToken: Command = {
  usage: `${STORE_USAGE} --name NAME --scope ${SCOPES.join('|')} … [--days 90]`,
  summary: 'Makes an API token for another system and prints it this once. The same name again replaces the old one.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const name = required('name', values.name);
    const scopes = scopesOf(values.scope ?? []);
    const days = wholeNumber('days', values.days, 1, LONGEST_DAYS);
    const doing = { actor: ACTOR, now: Date.now() };
    const issued = await withStore(values, (db) => grantToken(db, { name, scopes, days }, doing));
    if (values.json) {
      printJson(issued);
      return EXIT.ok;
    }
    printLine(issued.token);
    note(`good until ${formatDateTime(issued.expiresAt)}`);
    return EXIT.ok;
  },
};

function scopesOf(given: readonly string[]): Scope[] {
  const parsed = scope.array().min(1).safeParse(given);
  if (!parsed.success) throw new CliError(`--scope takes ${SCOPES.join(', ')}`, EXIT.usage);
  return parsed.data;
}
