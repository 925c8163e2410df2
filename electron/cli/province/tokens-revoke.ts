import { revokeToken } from '../../province/auth/api-token.ts';
import { type Command, EXIT, failed, note, parseCommand, printJson, required } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = { ...STORE_OPTIONS, name: { type: 'string' } } as const;

export const revokeApiToken: Command = {
  usage: `${STORE_USAGE} --name NAME`,
  summary: 'Revokes an API token: from now on it opens nothing.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const name = required('name', values.name).normalize('NFC');
    const revoked = await withStore(values, (db) => revokeToken(db, name, { actor: ACTOR, now: Date.now() }));
    if (!revoked.ok) throw failed(revoked.error);
    if (values.json) printJson({ name, revoked: true });
    else note(`revoked ${name}`);
    return EXIT.ok;
  },
};
