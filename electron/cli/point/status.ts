import { EMPTY_RECORD, readinessOf } from '../../../shared/meeting/readiness.ts';
import type { PointState } from '../../../shared/point-state.ts';
import { judgingPolicy } from '../../../shared/policy/for-meeting.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { type Command, cliLocale, parseCommand, printJson, printLine } from '../cli.ts';
import { existingFolder, inWords, POINT_OPTIONS, POINT_USAGE, withPoint } from './open.ts';
import { syncLine } from './sync.ts';

export const status: Command = {
  usage: POINT_USAGE,
  summary: 'Says which point this is, what is ready for which meeting, and what is still to be sent.',
  async run(argv) {
    const { values } = parseCommand(argv, POINT_OPTIONS);
    const { state, keyProtected } = await withPoint(existingFolder(values), async (point) => ({
      state: point.state(),
      keyProtected: point.keyProtected(),
    }));
    const brief = briefOf(state, keyProtected);
    if (values.json) printJson(brief);
    else for (const line of linesOf(brief)) printLine(line);
    return undefined;
  },
};

/** The state without the policy and the roster. */
function briefOf({ enrolment, feed, feedAt, records, sync }: PointState, keyProtected: boolean) {
  const meetings = (feed?.meetings ?? []).map((meeting) => {
    const { id, title, startsAt } = meeting;
    const record = records[id] ?? EMPTY_RECORD;
    const { version, checklist } = judgingPolicy(feed, meeting);
    const state = readinessOf(record, checklist);
    return { id, title, startsAt, policyVersion: version, state, leader: record.leader };
  });
  return { enrolment, keyProtected, feedAt, policyVersion: feed?.policy.version ?? null, meetings, sync };
}

function linesOf({ enrolment, meetings, sync }: ReturnType<typeof briefOf>): string[] {
  if (!enrolment) return [inWords({ code: 'enrolment-missing', values: {} })];
  const { t } = createTranslator(cliLocale(process.env));
  return [
    `${enrolment.pointCode} ${enrolment.pointName}, ${enrolment.hubName} (${enrolment.hubUrl})`,
    ...meetings.map(({ id, title, startsAt, state, leader }) =>
      [id, formatDateTime(startsAt), title, t(`verdicts.readiness.${state}`), leader?.person.fullName ?? '—'].join(
        '  ',
      ),
    ),
    syncLine(sync),
    ...(sync.error ? [inWords(sync.error)] : []),
  ];
}
