import { type Command, EXIT, parseCommand, required } from '../cli.ts';
import { tellMinutes } from '../minutes-output.ts';
import { existingFolder, POINT_OPTIONS, POINT_USAGE, unwrap, withPoint } from './open.ts';

const OPTIONS = { ...POINT_OPTIONS, meeting: { type: 'string' }, out: { type: 'string' } } as const;

export const minutes: Command = {
  usage: `${POINT_USAGE} --meeting ID [--out FILE.pdf]`,
  summary: 'The record of a meeting at this point, as PDF (--out) and as JSON (--json).',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const meeting = required('meeting', values.meeting);
    if (!values.json) required('out', values.out);
    const made = await withPoint(existingFolder(values), async (point) => unwrap(await point.minutes(meeting)));
    await tellMinutes(made, values);
    return EXIT.ok;
  },
};
