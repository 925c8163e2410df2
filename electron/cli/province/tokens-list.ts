import { formatDateTime } from '../../../shared/strings/format.ts';
import { listTokens } from '../../province/auth/api-token.ts';
import { type Command, EXIT, parseCommand, printJson, printLine } from '../cli.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

export const listApiTokens: Command = {
  usage: STORE_USAGE,
  summary: 'Lists the API tokens: what they may read, until when, when they were last used. Never their text.',
  async run(argv) {
    const { values } = parseCommand(argv, STORE_OPTIONS);
    const tokens = await withStore(values, listTokens, 'look');
    if (values.json) printJson({ tokens });
    const now = Date.now();
    for (const { name, scopes, expiresAt, lastUsedAt, revokedAt } of values.json ? [] : tokens) {
      const state = revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'works';
      const used = lastUsedAt === null ? 'never used' : `last used ${formatDateTime(lastUsedAt)}`;
      printLine([name, state, scopes.join(' '), `until ${formatDateTime(expiresAt)}`, used].join('\t'));
    }
    return EXIT.ok;
  },
};
