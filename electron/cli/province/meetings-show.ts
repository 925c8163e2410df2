import { formatDateTime } from '../../../shared/strings/format.ts';
import { meetingDetailOf } from '../../province/meetings/detail.ts';
import { type Command, EXIT, failed, parseCommand, printJson, printLine } from '../cli.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

export const showMeeting: Command = {
  usage: `ID ${STORE_USAGE}`,
  summary: 'Shows a meeting, whom it invites, and how it came to be as it is.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, STORE_OPTIONS, ['ID']);
    const detail = await withStore(values, (db) => meetingDetailOf(db, positionals[0] ?? '', Date.now()), 'look');
    if (detail === null) throw failed({ code: 'meeting-unknown', values: {} });
    if (values.json) printJson(detail);
    else {
      const { meeting, invitations, changes } = detail;
      const { id, status, startsAt, title, policyVersion } = meeting;
      printLine([id, status, formatDateTime(startsAt), title, `policy ${policyVersion ?? 'at-start'}`].join('\t'));
      for (const { at, actor, reason } of changes) printLine(['changed', formatDateTime(at), actor, reason].join('\t'));
      for (const { pointCode, pointName, designatedName, composition } of invitations) {
        printLine([pointCode, pointName, designatedName ?? '', composition ?? meeting.composition].join('\t'));
      }
    }
    return EXIT.ok;
  },
};
