import type { SyncState } from '../../../shared/point-state.ts';
import { type Command, EXIT, note, parseCommand, printJson, printLine } from '../cli.ts';
import { existingFolder, inWords, POINT_OPTIONS, POINT_USAGE, withPoint } from './open.ts';

export const sync: Command = {
  usage: POINT_USAGE,
  summary: 'Sends everything to the province and fetches its schedule; exit code 1 when something is left.',
  async run(argv) {
    const { values } = parseCommand(argv, POINT_OPTIONS);
    return withPoint(existingFolder(values), async (point) => {
      const outcome = await point.syncNow();
      const state = point.state().sync;
      const error = outcome.ok ? state.error : outcome.error;
      if (values.json) printJson({ ...state, error });
      else printLine(syncLine(state));
      if (error) note(inWords(error));
      return error === null && state.pending === 0 ? EXIT.ok : EXIT.failed;
    });
  },
};

export function syncLine({ receivedSeq, lastSeq, pending }: SyncState): string {
  return `${receivedSeq} of ${lastSeq} entries at the province, ${pending} to send`;
}
