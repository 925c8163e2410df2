import { formatDateTime } from '../../../shared/strings/format.ts';
import { meetingSummaries } from '../../province/meetings/summaries.ts';
import { type Command, EXIT, parseCommand, printJson, printLine } from '../cli.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

export const listMeetings: Command = {
  usage: STORE_USAGE,
  summary: 'Lists the meetings, the newest first, with their points counted by state.',
  async run(argv) {
    const { values } = parseCommand(argv, STORE_OPTIONS);
    const meetings = await withStore(values, meetingSummaries, 'look');
    if (values.json) printJson({ serverTime: Date.now(), meetings });
    else
      for (const { id, startsAt, title, invited } of meetings) {
        printLine([id, formatDateTime(startsAt), String(invited), title].join('\t'));
      }
    return EXIT.ok;
  },
};
