import { type Command, EXIT, parseCommand, printJson, printLine, required } from '../cli.ts';
import { existingFolder, POINT_OPTIONS, unwrap, withPoint } from './open.ts';

const OPTIONS = {
  ...POINT_OPTIONS,
  meeting: { type: 'string' },
  request: { type: 'string' },
  by: { type: 'string' },
  text: { type: 'string' },
} as const;

export const explain: Command = {
  usage: '--data DIR --meeting ID [--request ID] --by NAME --text TEXT [--json]',
  summary: 'Records the point’s explanation, in answer to a request of the province or unasked.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const dataDir = existingFolder(values);
    const fact = {
      type: 'explanation-given',
      meetingId: required('meeting', values.meeting),
      requestId: values.request ?? null,
      about: null,
      by: required('by', values.by),
      text: required('text', values.text),
    } as const;
    await withPoint(dataDir, async (point) => {
      const saved = unwrap(await point.record(fact));
      if (values.json) printJson({ meetingId: fact.meetingId, ...saved });
      else printLine(`entry ${saved.seq} ${saved.hash}`);
    });
    return EXIT.ok;
  },
};
