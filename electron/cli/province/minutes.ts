import { provinceMinutes } from '../../province/minutes/gather.ts';
import { type Command, EXIT, failed, parseCommand, required } from '../cli.ts';
import { tellMinutes } from '../minutes-output.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  meeting: { type: 'string' },
  point: { type: 'string' },
  out: { type: 'string' },
} as const;

export const minutes: Command = {
  usage: `${STORE_USAGE} --meeting ID --point CODE [--out FILE.pdf]`,
  summary: 'The record of a meeting at one point, as PDF (--out) and as JSON (--json).',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const [meeting, point] = [required('meeting', values.meeting), required('point', values.point)];
    if (!values.json) required('out', values.out);
    const made = await withStore(values, (db) => provinceMinutes(db, meeting, point, Date.now()), 'look');
    if (made === null) throw failed({ code: 'not-found', values: { point } });
    await tellMinutes(made, values);
    return EXIT.ok;
  },
};
