import { randomUUID } from 'node:crypto';
import { CAUSES, cause, INCIDENT_KINDS, incidentKind } from '../../../shared/events/incident-facts.ts';
import { CliError, type Command, EXIT, parseCommand, printJson, printLine, required } from '../cli.ts';
import { existingFolder, POINT_OPTIONS, unwrap, withPoint } from './open.ts';

const OPTIONS = {
  ...POINT_OPTIONS,
  meeting: { type: 'string' },
  kind: { type: 'string', default: 'other' },
  what: { type: 'string' },
  since: { type: 'string' },
  cause: { type: 'string', default: 'undetermined' },
  'cause-note': { type: 'string' },
  by: { type: 'string' },
  resolve: { type: 'string' },
  remedy: { type: 'string' },
} as const;

export const incident: Command = {
  usage:
    `--data DIR --meeting ID (--what TEXT [--kind ${INCIDENT_KINDS.join('|')}] [--since TIME] ` +
    `[--cause ${CAUSES.join('|')}] [--cause-note TEXT] | --resolve INCIDENT [--remedy TEXT]) [--by NAME] [--json]`,
  summary: 'Reports an incident of a meeting and answers its id, or says that it is resolved.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const dataDir = existingFolder(values);
    const meetingId = required('meeting', values.meeting);
    const reporter = { by: 'person', fullName: values.by ?? null } as const;
    const incidentId = values.resolve ?? randomUUID();
    const told = values.resolve === undefined ? accountOf(values) : null;
    await withPoint(dataDir, async (point) => {
      const common = { meetingId, incidentId, reporter, measured: null };
      const saved = unwrap(
        told
          ? await point.record({ type: 'incident-opened', ...common, ...told })
          : await point.record({
              type: 'incident-resolved',
              ...common,
              ...{ resolvedAt: Date.now(), remedy: values.remedy ?? '' },
            }),
      );
      if (values.json) printJson({ meetingId, incidentId, ...saved });
      else printLine(`incident ${incidentId} entry ${saved.seq} ${saved.hash}`);
    });
    return EXIT.ok;
  },
};

function accountOf(values: {
  readonly kind: string;
  readonly what?: string | undefined;
  readonly since?: string | undefined;
  readonly cause: string;
  readonly 'cause-note'?: string | undefined;
}) {
  const kind = incidentKind.safeParse(values.kind);
  const proposed = cause.safeParse(values.cause);
  const since = values.since === undefined ? Date.now() : Date.parse(values.since);
  if (!kind.success) throw new CliError(`--kind is one of ${INCIDENT_KINDS.join(', ')}`, EXIT.usage);
  if (!proposed.success) throw new CliError(`--cause is one of ${CAUSES.join(', ')}`, EXIT.usage);
  if (Number.isNaN(since)) throw new CliError('--since is a time as 2026-01-31T08:20+07:00', EXIT.usage);
  const what = required('what', values.what);
  return { kind: kind.data, what, since, proposedCause: proposed.data, causeNote: values['cause-note'] ?? '' };
}
