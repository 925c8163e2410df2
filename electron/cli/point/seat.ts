import { text } from 'node:stream/consumers';
import type { Saved } from '../../../shared/point-state.ts';
import { CliError, type Command, EXIT, parseCommand, printJson, printLine, required } from '../cli.ts';
import { existingFolder, POINT_OPTIONS, type PointValues, unwrap, withPoint } from './open.ts';
import { SUBSTITUTION_OPTIONS, SUBSTITUTION_USAGE, type SubstitutionValues, substitutionOf } from './substitution.ts';

/** What may follow a sign-in, by option. */
const MOVES = { left: 'seat-left', returned: 'seat-returned', 'left-early': 'left-early', ended: 'ended' } as const;
type Move = keyof typeof MOVES;
const MOVE_NAMES = Object.keys(MOVES) as readonly Move[];

const flag = { type: 'boolean', default: false } as const;
const OPTIONS = {
  ...POINT_OPTIONS,
  ...SUBSTITUTION_OPTIONS,
  meeting: { type: 'string' },
  person: { type: 'string' },
  pin: { type: 'string' },
  'pin-stdin': flag,
  'set-pin': flag,
  'pin-code': { type: 'string' },
  left: flag,
  returned: flag,
  'left-early': flag,
  ended: flag,
  note: { type: 'string' },
} as const;

interface Values extends PointValues, SubstitutionValues, Readonly<Record<Move, boolean>> {
  readonly json: boolean;
  readonly meeting?: string | undefined;
  readonly person?: string | undefined;
  readonly pin?: string | undefined;
  readonly 'pin-stdin': boolean;
  readonly 'set-pin': boolean;
  readonly 'pin-code'?: string | undefined;
  readonly note?: string | undefined;
}

export const seat: Command = {
  usage:
    `--data DIR --meeting ID (--person ID (--pin-stdin | --pin PIN) [--set-pin [--pin-code CODE]] ${SUBSTITUTION_USAGE} ` +
    '| --left | --returned | --left-early | --ended [--note TEXT]) [--json]',
  summary:
    "Signs a leader in to a meeting (--set-pin gives the person this PIN first; one there is takes the province's code), or records what the seat did then.",
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const [move, ...more] = MOVE_NAMES.filter((name) => values[name]);
    if (more.length > 0) throw new CliError(`--${move} and --${more[0]} exclude one another`, EXIT.usage);
    await (move === undefined ? signIn(values) : record(values, move));
    return EXIT.ok;
  },
};

async function signIn(values: Values): Promise<void> {
  const dataDir = existingFolder(values);
  const meetingId = required('meeting', values.meeting);
  const personId = required('person', values.person);
  const pin = values['pin-stdin'] ? (await text(process.stdin)).trim() : required('pin', values.pin);
  await withPoint(dataDir, async (point) => {
    const substitution = substitutionOf(values, point);
    if (values['set-pin']) unwrap(await point.setPin(personId, pin, values['pin-code']));
    const saved = unwrap(await point.signIn({ meetingId, personId, pin, substitution }));
    tell(values, { meetingId, personId, ...saved });
  });
}

async function record(values: Values, move: Move): Promise<void> {
  const dataDir = existingFolder(values);
  const meetingId = required('meeting', values.meeting);
  const type = MOVES[move];
  await withPoint(dataDir, async (point) => {
    const saved = unwrap(await point.record({ type, meetingId, note: values.note ?? '' }));
    tell(values, { meetingId, type, ...saved });
  });
}

function tell(values: Values, said: Saved & Readonly<Record<string, unknown>>): void {
  if (values.json) printJson(said);
  else printLine(`entry ${said.seq} ${said.hash}`);
}
