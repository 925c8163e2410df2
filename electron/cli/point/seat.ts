import { text } from 'node:stream/consumers';
import type { SignInRequest } from '../../point/sign-in.ts';
import { CliError, type Command, EXIT, parseCommand, printJson, printLine, required } from '../cli.ts';
import { existingFolder, POINT_OPTIONS, unwrap, withPoint } from './open.ts';

const OPTIONS = {
  ...POINT_OPTIONS,
  meeting: { type: 'string' },
  person: { type: 'string' },
  pin: { type: 'string' },
  'pin-stdin': { type: 'boolean', default: false },
  'set-pin': { type: 'boolean', default: false },
  basis: { type: 'string' },
  document: { type: 'string' },
  signer: { type: 'string' },
  reason: { type: 'string' },
} as const;

export const seat: Command = {
  usage:
    '--data DIR --meeting ID --person ID (--pin-stdin | --pin PIN) [--set-pin] ' +
    '[--basis assignment|authorisation --document NUMBER --signer NAME --reason TEXT] [--json]',
  summary: 'Signs a leader in to a meeting; --set-pin gives the person this PIN first.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const dataDir = existingFolder(values);
    const meetingId = required('meeting', values.meeting);
    const personId = required('person', values.person);
    const substitution = substitutionOf(values);
    const pin = values['pin-stdin'] ? (await text(process.stdin)).trim() : required('pin', values.pin);
    return withPoint(dataDir, async (point) => {
      if (values['set-pin']) unwrap(await point.setPin(personId, pin));
      const saved = unwrap(await point.signIn({ meetingId, personId, pin, substitution }));
      if (values.json) printJson({ meetingId, personId, ...saved });
      else printLine(`entry ${saved.seq} ${saved.hash}`);
      return EXIT.ok;
    });
  },
};

type Substitution = SignInRequest['substitution'];

/** Empty parts are left for the sign-in to refuse, which knows whether a substitution is needed at all. */
function substitutionOf(values: {
  readonly basis?: string | undefined;
  readonly document?: string | undefined;
  readonly signer?: string | undefined;
  readonly reason?: string | undefined;
}): Substitution {
  const { basis, document = '', signer = '', reason = '' } = values;
  if (basis === undefined && !document && !signer && !reason) return null;
  if (basis !== 'assignment' && basis !== 'authorisation') {
    throw new CliError('--basis is assignment or authorisation', EXIT.usage);
  }
  return { basis, documentNumber: document, signer, reason };
}
