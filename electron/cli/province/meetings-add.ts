import { requiredComposition } from '../../../shared/meeting/meeting.ts';
import { type Recurrence, recurrence } from '../../../shared/meeting/recurrence.ts';
import { newMeeting } from '../../../shared/protocol/meetings.ts';
import { scheduleMeeting } from '../../province/meetings/schedule.ts';
import {
  CliError,
  type Command,
  EXIT,
  failed,
  parseCommand,
  printJson,
  printLine,
  required,
  wholeNumber,
} from '../cli.ts';
import { parseStart } from './start-time.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  title: { type: 'string' },
  start: { type: 'string' },
  minutes: { type: 'string', default: '120' },
  points: { type: 'string' },
  chair: { type: 'string', default: '' },
  invitation: { type: 'string', default: '' },
  composition: { type: 'string', default: 'head' },
  profile: { type: 'string', default: '720p' },
  designated: { type: 'string', multiple: true },
  kind: { type: 'string', default: 'briefing' },
  link: { type: 'string', default: '' },
  repeat: { type: 'string' },
  policy: { type: 'string' },
  'composition-of': { type: 'string', multiple: true },
  id: { type: 'string' },
} as const;

export const addMeeting: Command = {
  usage: `${STORE_USAGE} --title TITLE --start 2026-01-31T08:00|+30m --points all|A,B [--minutes 120] [--chair WHO] [--invitation NUMBER] [--composition head|representative] [--profile 720p|1080p] [--designated CODE=PERSONID …] [--kind briefing|thematic|urgent|conference|training|other] [--link URL] [--repeat day|week|month*COUNT] [--policy VERSION] [--composition-of KIND|CODE=head|representative …] [--id ID]`,
  summary:
    'Schedules a meeting and invites points. A start without an offset is meant in Vietnam time. --policy names the version that judges it, else the one in force at the start; --composition-of requires something else of a kind of points, or of one point.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const now = Date.now();
    const startsAt = parseStart(required('start', values.start), now);
    const points = required('points', values.points);
    const asked = newMeeting.safeParse({
      title: required('title', values.title),
      startsAt,
      expectedEndsAt: startsAt + wholeNumber('minutes', values.minutes, 1, 24 * 60) * 60_000,
      points: points === 'all' ? 'all' : points.split(',').map((code) => code.trim()),
      chair: values.chair,
      invitationNumber: values.invitation,
      composition: values.composition,
      profile: values.profile,
      kind: values.kind,
      platformLink: values.link,
      repeat: repeatOf(values.repeat),
      policyVersion: values.policy ?? null,
      compositionOf: compositionOf(values['composition-of'] ?? []),
      designated: Object.fromEntries((values.designated ?? []).map(designation)),
      ...(values.id !== undefined && { id: values.id }),
    });
    if (!asked.success) {
      throw failed({ code: 'input-invalid', values: { field: asked.error.issues[0]?.path.join('.') ?? '' } });
    }
    const meeting = await withStore(values, (db) => scheduleMeeting(db, asked.data, { actor: ACTOR, now }));
    if (!meeting.ok) throw failed(meeting.error);
    if (values.json) printJson(meeting.value);
    else printLine(meeting.value.id);
    return EXIT.ok;
  },
};

function designation(text: string): readonly [string, string] {
  const [code, personId, ...rest] = text.split('=');
  if (!code || !personId || rest.length > 0) throw new CliError('--designated takes CODE=PERSONID', EXIT.usage);
  return [code, personId];
}

/** A code holds a digit, a kind of points never does. */
function compositionOf(given: readonly string[]) {
  const pairs = given.map((text) => {
    const [of, composition, ...rest] = text.split('=');
    const read = requiredComposition.safeParse(composition);
    if (!of || !read.success || rest.length > 0) {
      throw new CliError('--composition-of takes ward=representative, or a point’s CODE', EXIT.usage);
    }
    return [of, read.data] as const;
  });
  return {
    kinds: Object.fromEntries(pairs.filter(([of]) => !/\d/.test(of))),
    points: Object.fromEntries(pairs.filter(([of]) => /\d/.test(of))),
  };
}

function repeatOf(text: string | undefined): Recurrence | null {
  if (text === undefined) return null;
  const [every, count] = text.split('*');
  const read = recurrence.safeParse({ every, count: Number(count) });
  if (!read.success) throw new CliError('--repeat takes week*4: day, week or month, and how many in all', EXIT.usage);
  return read.data;
}
