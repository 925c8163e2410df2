import type { AccountChange } from '../../../shared/protocol/accounts.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { changeAccount } from '../../province/accounts/change.ts';
import { listAccounts } from '../../province/db/accounts.ts';
import { type Command, EXIT, failed, parseCommand, printJson, printLine, required } from '../cli.ts';
import { PASSWORD_OPTIONS, passwordFrom } from './password-option.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, type StoreValues, withStore } from './store.ts';

const NAMED = { ...STORE_OPTIONS, username: { type: 'string' } } as const;

export const listAllAccounts: Command = {
  usage: STORE_USAGE,
  summary: 'Lists the console’s accounts with their roles.',
  async run(argv) {
    const { values } = parseCommand(argv, STORE_OPTIONS);
    const accounts = await withStore(values, (db) => listAccounts(db, Date.now()), 'look');
    if (values.json) printJson({ accounts });
    else {
      for (const { username, role, disabledAt } of accounts) {
        printLine(`${username} ${role}${disabledAt === null ? '' : ` disabled ${formatDateTime(disabledAt)}`}`);
      }
    }
    return EXIT.ok;
  },
};

export const setPassword: Command = {
  usage: `${STORE_USAGE} --username NAME --password-stdin|--password PASSWORD`,
  summary: 'Gives an account a new password and ends its sessions. Other users of the machine can read --password.',
  async run(argv) {
    const { values } = parseCommand(argv, { ...NAMED, ...PASSWORD_OPTIONS });
    const username = nameOf(values);
    return changing(values, { kind: 'password', username, password: await passwordFrom(values, username) });
  },
};

export const disableAccount: Command = {
  usage: `${STORE_USAGE} --username NAME`,
  summary: 'Keeps an account from signing in and ends its sessions. The last administrator stays.',
  async run(argv) {
    const { values } = parseCommand(argv, NAMED);
    return changing(values, { kind: 'disable', username: nameOf(values) });
  },
};

export const enableAccount: Command = {
  usage: `${STORE_USAGE} --username NAME`,
  summary: 'Lets a disabled account sign in again.',
  async run(argv) {
    const { values } = parseCommand(argv, NAMED);
    return changing(values, { kind: 'enable', username: nameOf(values) });
  },
};

function nameOf(values: { readonly username?: string | undefined }): string {
  return required('username', values.username).normalize('NFC');
}

async function changing(values: StoreValues & { readonly json: boolean }, change: AccountChange): Promise<number> {
  const changed = await withStore(values, (db) => changeAccount(db, change, { actor: ACTOR, now: Date.now() }));
  if (!changed.ok) throw failed(changed.error);
  if (values.json) printJson({ username: change.username, changed: change.kind });
  else printLine(`${change.username} ${change.kind}`);
  return EXIT.ok;
}
