import { type Command, parseCommand, printJson, printLine, required } from '../cli.ts';
import { POINT_OPTIONS, POINT_USAGE, unwrap, withPoint } from './open.ts';

export const enrol: Command = {
  usage: `CODE ${POINT_USAGE}`,
  summary: 'Makes this machine a device of a point, with the one-time code of the province.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, POINT_OPTIONS, ['CODE']);
    const { enrolment } = await withPoint(required('data', values.data), async (point) =>
      unwrap(await point.enrol(positionals[0] ?? '')),
    );
    if (values.json) printJson(enrolment);
    else printLine(`${enrolment?.pointCode} ${enrolment?.pointName}, ${enrolment?.hubName} (${enrolment?.hubUrl})`);
    return undefined;
  },
};
