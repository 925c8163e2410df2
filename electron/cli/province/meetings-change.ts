import type { AppError } from '../../../shared/errors.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { meetingCancellation, meetingChangeRequest } from '../../../shared/protocol/meetings.ts';
import type { Result } from '../../../shared/result.ts';
import { findMeeting } from '../../province/db/meetings.ts';
import type { Db } from '../../province/db/schema.ts';
import { cancelMeeting as cancelIt, changeMeeting as changeIt } from '../../province/meetings/change.ts';
import { type Command, EXIT, failed, parseCommand, printJson, printLine, required, wholeNumber } from '../cli.ts';
import { parseStart } from './start-time.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, type StoreValues, withStore } from './store.ts';

const WHY_OPTIONS = {
  ...STORE_OPTIONS,
  reason: { type: 'string' },
  following: { type: 'boolean', default: false },
} as const;
const WHY_USAGE = `ID ${STORE_USAGE} --reason WHY [--following]`;

const CHANGE_OPTIONS = {
  ...WHY_OPTIONS,
  title: { type: 'string' },
  start: { type: 'string' },
  minutes: { type: 'string' },
  chair: { type: 'string' },
  invitation: { type: 'string' },
  composition: { type: 'string' },
  profile: { type: 'string' },
  kind: { type: 'string' },
  link: { type: 'string' },
  policy: { type: 'string' },
} as const;

export const changeMeeting: Command = {
  usage: `${WHY_USAGE} [--title TITLE] [--start 2026-01-31T08:00] [--minutes 120] [--chair WHO] [--invitation NUMBER] [--composition head|representative] [--profile 720p|1080p] [--kind KIND] [--link URL] [--policy VERSION|at-start]`,
  summary:
    'Changes a meeting, and with --following the later ones of its series. The reason goes to every invited point.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, CHANGE_OPTIONS, ['ID']);
    return changing(values, positionals[0] ?? '', async (db, meeting, why) => {
      const startsAt = values.start === undefined ? meeting.startsAt : parseStart(values.start, Date.now());
      const lastsMs =
        values.minutes === undefined
          ? meeting.expectedEndsAt - meeting.startsAt
          : wholeNumber('minutes', values.minutes, 1, 24 * 60) * 60_000;
      const { title, chair, invitation: invitationNumber, composition, profile, kind, link: platformLink } = values;
      const texts = { title, chair, invitationNumber, composition, profile, kind, platformLink };
      const policyVersion = values.policy === 'at-start' ? null : values.policy;
      const facts = { ...texts, policyVersion, startsAt, expectedEndsAt: startsAt + lastsMs };
      const asked = meetingChangeRequest.safeParse({ ...why, facts });
      if (!asked.success) throw badInput(asked.error.issues[0]?.path);
      return changeIt(db, meeting.id, asked.data, { actor: ACTOR, now: Date.now() });
    });
  },
};

export const cancelMeeting: Command = {
  usage: WHY_USAGE,
  summary: 'Cancels a meeting, and with --following the later ones of its series. Its records stay readable.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, WHY_OPTIONS, ['ID']);
    return changing(values, positionals[0] ?? '', async (db, meeting, why) => {
      const asked = meetingCancellation.safeParse(why);
      if (!asked.success) throw badInput(asked.error.issues[0]?.path);
      return cancelIt(db, meeting.id, asked.data, { actor: ACTOR, now: Date.now() });
    });
  },
};

interface WhyValues extends StoreValues {
  readonly reason?: string | undefined;
  readonly following: boolean;
  readonly json: boolean;
}

type Why = { readonly reason: string; readonly following: boolean; readonly revision: number };
type Work = (db: Db, meeting: Meeting, why: Why) => Promise<Result<readonly Meeting[], AppError>>;

async function changing(values: WhyValues, id: string, work: Work): Promise<number> {
  const reason = required('reason', values.reason);
  const changed = await withStore(values, async (db) => {
    const meeting = await findMeeting(db, id);
    if (meeting === undefined) throw failed({ code: 'meeting-unknown', values: {} });
    return work(db, meeting, { reason, following: values.following, revision: meeting.revision });
  });
  if (!changed.ok) throw failed(changed.error);
  if (values.json) printJson({ meetings: changed.value });
  else for (const meeting of changed.value) printLine(meeting.id);
  return EXIT.ok;
}

function badInput(path: readonly PropertyKey[] | undefined): Error {
  return failed({ code: 'input-invalid', values: { field: path?.join('.') ?? '' } });
}
