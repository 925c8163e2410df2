import { text } from 'node:stream/consumers';
import { SHORTEST_PASSWORD } from '../../../shared/protocol/accounts.ts';
import { loginRequest } from '../../../shared/protocol/console.ts';
import { CliError, EXIT, required } from '../cli.ts';

export const PASSWORD_OPTIONS = {
  password: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const;

/** The password given on stdin, or as an option, which other users of the machine can read. */
export async function passwordFrom(
  values: { readonly password?: string | undefined; readonly 'password-stdin': boolean },
  username: string,
): Promise<string> {
  const given = values['password-stdin'] ? await text(process.stdin) : required('password', values.password);
  const password = given.replace(/\r?\n$/, '');
  if (password.length < SHORTEST_PASSWORD || !loginRequest.safeParse({ username, password }).success) {
    throw new CliError(`a user name has 1 to 64 characters, a password ${SHORTEST_PASSWORD} to 200`, EXIT.usage);
  }
  return password;
}
