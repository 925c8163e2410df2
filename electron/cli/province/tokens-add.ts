import { SCOPES, type Scope, scope } from '../../../shared/protocol/api-tokens.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { issueApiToken } from '../../province/auth/api-token.ts';
import { addAudit } from '../../province/db/audit.ts';
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
const DAY_MS = 24 * 60 * 60_000;

export const addToken: Command = {
  usage: `${STORE_USAGE} --name NAME --scope ${SCOPES.join('|')} [--days 90]`,
  summary: 'Makes an API token for another system and prints it this once. The same name again replaces the old one.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const name = required('name', values.name).normalize('NFC');
    const scopes = scopesOf(values.scope ?? []);
    const now = Date.now();
    const expiresAt = now + wholeNumber('days', values.days, 1, 3650) * DAY_MS;
    const token = await withStore(values, async (db) => {
      const issued = await issueApiToken(db, { name, scopes, now, expiresAt });
      await addAudit(db, { at: now, actor: ACTOR, action: 'token-put', subject: `token:${name}` });
      return issued;
    });
    if (values.json) {
      printJson({ token, name, scopes, expiresAt });
      return EXIT.ok;
    }
    printLine(token);
    note(`good until ${formatDateTime(expiresAt)}`);
    return EXIT.ok;
  },
};

function scopesOf(given: readonly string[]): Scope[] {
  const parsed = scope.array().min(1).safeParse(given);
  if (!parsed.success) throw new CliError(`--scope takes ${SCOPES.join(', ')}`, EXIT.usage);
  return [...new Set(parsed.data)];
}
