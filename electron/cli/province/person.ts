import { writeFileSync } from 'node:fs';
import { addAudit } from '../../province/db/audit.ts';
import { forgetPerson as forget } from '../../province/privacy/forget-person.ts';
import { personData, subjectOf } from '../../province/privacy/person-data.ts';
import {
  CliError,
  type Command,
  EXIT,
  failed,
  messageOf,
  parseCommand,
  printJson,
  printLine,
  required,
} from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const NAMED = { ...STORE_OPTIONS, point: { type: 'string' }, person: { type: 'string' } } as const;
const USAGE = `${STORE_USAGE} --point CODE --person ID`;

export const exportPerson: Command = {
  usage: `${USAGE} [--out FILE]`,
  summary:
    'Tells all that is held of one person of a point’s roster, as JSON: what somebody gets who asks for their data.',
  async run(argv) {
    const { values } = parseCommand(argv, { ...NAMED, out: { type: 'string' } });
    const [point, id] = [required('point', values.point), required('person', values.person)];
    const data = await withStore(values, async (db) => {
      const held = await personData(db, point, id);
      if (!held.ok) throw failed(held.error);
      const at = Date.now();
      await addAudit(db, { at, actor: ACTOR, action: 'person-data-read', subject: subjectOf(point, id) });
      return held.value;
    });
    if (values.out === undefined) printJson(data);
    else {
      try {
        writeFileSync(values.out, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600 });
      } catch (error) {
        throw new CliError(`cannot write ${values.out}: ${messageOf(error)}`);
      }
      if (values.json) printJson({ file: values.out, lines: data.record.length });
      else printLine(`${values.out} ${data.record.length} lines of the record`);
    }
    return EXIT.ok;
  },
};

export const forgetPerson: Command = {
  usage: `${USAGE} --reason TEXT`,
  summary:
    'Deletes what is held of a person beside the signed record: name and title on the roster, codes, letters, being the contact. What was signed stays (docs/privacy.md).',
  async run(argv) {
    const { values } = parseCommand(argv, { ...NAMED, reason: { type: 'string' } });
    const of = { point: required('point', values.point), id: required('person', values.person) };
    const reason = required('reason', values.reason);
    const forgotten = await withStore(values, async (db) => {
      const done = await forget(db, { ...of, reason }, { actor: ACTOR, now: Date.now() });
      if (!done.ok) throw failed(done.error);
      return done.value;
    });
    if (values.json) printJson(forgotten);
    else {
      const { letters, pinCodes, staying } = forgotten;
      printLine(
        `deleted: the roster’s entry, ${letters} letters, ${pinCodes} codes; ${staying} signed lines and rulings stay`,
      );
    }
    return EXIT.ok;
  },
};
