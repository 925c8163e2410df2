import { formatDateTime } from '../../../shared/strings/format.ts';
import { issueEnrolmentCode } from '../../province/enrolment/issue-code.ts';
import { hubFacts } from '../../province/identity.ts';
import { CliError, type Command, failed, note, parseCommand, printJson, printLine, required } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = { ...STORE_OPTIONS, point: { type: 'string' }, 'hub-url': { type: 'string' } } as const;

export const enrol: Command = {
  usage: `${STORE_USAGE} --point CODE [--hub-url URL]`,
  summary: 'Prints a one-time code with which a device of the point enrols.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const point = required('point', values.point);
    const issued = await withStore(values, async (db) => {
      const hub = await hubFacts(db);
      const address = addressOf(values['hub-url'] ?? hub.publicUrl, hub.pin);
      return issueEnrolmentCode(db, { point, address, actor: ACTOR, now: Date.now() });
    });
    if (!issued.ok) throw failed(issued.error);
    const { code, expiresAt } = issued.value;
    if (values.json) {
      printJson({ point, code, expiresAt });
      return 0;
    }
    printLine(code);
    note(`good once, until ${formatDateTime(expiresAt)}`);
    return 0;
  },
};

/** A pin goes with an address that speaks TLS only. */
function addressOf(url: string | null, pin: string | null) {
  if (url === null) {
    throw new CliError('where points reach the hub is not known yet: start it once, or give --hub-url');
  }
  if (!URL.canParse(url)) throw new CliError(`--hub-url is no address: ${url}`);
  return { url, pin: url.startsWith('https:') ? pin : null };
}
