import { formatDateTime } from '../../../shared/strings/format.ts';
import { issuePinCode } from '../../province/roster/pin-codes.ts';
import { type Command, EXIT, failed, note, parseCommand, printJson, printLine, required } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = { ...STORE_OPTIONS, point: { type: 'string' }, person: { type: 'string' } } as const;

export const pinCode: Command = {
  usage: `${STORE_USAGE} --point CODE --person ID`,
  summary: 'Prints a one-time code with which a person of the point sets a new PIN.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const point = required('point', values.point);
    const person = required('person', values.person);
    const doing = { actor: ACTOR, now: Date.now() };
    const issued = await withStore(values, (db) => issuePinCode(db, point, person, doing));
    if (!issued.ok) throw failed(issued.error);
    const { code, expiresAt } = issued.value;
    if (values.json) printJson({ point, person, code, expiresAt });
    else {
      printLine(code);
      note(`good once, until ${formatDateTime(expiresAt)}`);
    }
    return EXIT.ok;
  },
};
