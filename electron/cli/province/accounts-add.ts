import { text } from 'node:stream/consumers';
import { loginRequest, ROLES, role } from '../../../shared/protocol/console.ts';
import { hashPassword } from '../../province/auth/password.ts';
import { putAccount } from '../../province/db/access.ts';
import { addAudit } from '../../province/db/audit.ts';
import { CliError, type Command, EXIT, parseCommand, printJson, printLine, required } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  username: { type: 'string' },
  role: { type: 'string' },
  password: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const;
const SHORTEST_PASSWORD = 8;

export const addAccount: Command = {
  usage: `${STORE_USAGE} --username NAME --role ${ROLES.join('|')} --password-stdin|--password PASSWORD`,
  summary:
    'Adds a console account, or gives it a new role and password. Other users of the machine can read --password.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const username = required('username', values.username).normalize('NFC');
    const wanted = role.safeParse(required('role', values.role));
    if (!wanted.success) throw new CliError(`--role takes ${ROLES.join(', ')}`, EXIT.usage);
    const given = values['password-stdin'] ? await text(process.stdin) : required('password', values.password);
    const password = given.replace(/\r?\n$/, '');
    if (password.length < SHORTEST_PASSWORD || !loginRequest.safeParse({ username, password }).success) {
      throw new CliError(`a user name has 1 to 64 characters, a password ${SHORTEST_PASSWORD} to 200`, EXIT.usage);
    }
    await withStore(values, async (db) => {
      const at = Date.now();
      const password_hash = await hashPassword(password);
      await putAccount(db, { username, role: wanted.data, password_hash, created_at: at });
      await addAudit(db, { at, actor: ACTOR, action: 'account-put', subject: `account:${username}` });
    });
    if (values.json) printJson({ username, role: wanted.data });
    else printLine(`${username} ${wanted.data}`);
    return EXIT.ok;
  },
};
