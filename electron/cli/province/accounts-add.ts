import { ROLES, role } from '../../../shared/protocol/console.ts';
import { putAccountAs } from '../../province/accounts/put.ts';
import { CliError, type Command, EXIT, failed, parseCommand, printJson, printLine, required } from '../cli.ts';
import { passwordFrom } from './password-option.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  username: { type: 'string' },
  role: { type: 'string' },
  password: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const;

export const addAccount: Command = {
  usage: `${STORE_USAGE} --username NAME --role ${ROLES.join('|')} --password-stdin|--password PASSWORD`,
  summary:
    'Adds a console account, or gives it a new role and password. Other users of the machine can read --password.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const username = required('username', values.username).normalize('NFC');
    const wanted = role.safeParse(required('role', values.role));
    if (!wanted.success) throw new CliError(`--role takes ${ROLES.join(', ')}`, EXIT.usage);
    const password = await passwordFrom(values, username);
    const put = await withStore(values, (db) =>
      putAccountAs(db, { username, role: wanted.data, password }, { actor: ACTOR, now: Date.now() }),
    );
    if (!put.ok) throw failed(put.error);
    if (values.json) printJson({ username, role: wanted.data });
    else printLine(`${username} ${wanted.data}`);
    return EXIT.ok;
  },
};
