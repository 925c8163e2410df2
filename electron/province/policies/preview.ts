import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { type ReJudged, reJudge, type Told } from '../../../shared/policy/re-judge.ts';
import type { PolicyPreview } from '../../../shared/protocol/policies.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { lastMeasuredMeeting, listReadinessLines } from '../db/measured.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';

/**
 * Which points of the last measured meeting other limits would call otherwise: the stored measurements are judged by the limits
 * in force and by these, so that nothing but the limits differs.
 */
export async function previewPolicy(db: Db, wanted: Policy): Promise<PolicyPreview> {
  const meeting = await lastMeasuredMeeting(db);
  if (meeting === null) return { meeting: null, judged: 0, changes: [] };
  const inForce = await currentPolicy(db);
  const points = await toldBy(db, meeting);
  const changes = points
    .map(({ point, told }) => changeOf(point, reJudge(meeting, told, inForce), reJudge(meeting, told, wanted)))
    .filter((change) => change.before !== change.after || change.checks.length > 0)
    .sort(
      (a, b) =>
        Number(a.before === a.after) - Number(b.before === b.after) || vietnameseOrder(a.point.name, b.point.name),
    );
  const { id, title, startsAt } = meeting;
  return { meeting: { id, title, startsAt }, judged: points.length, changes };
}

async function toldBy(db: Db, meeting: Meeting) {
  const byPoint = new Map<string, { point: { code: string; name: string }; told: Told[] }>();
  for (const { code, name, jws } of await listReadinessLines(db, meeting.id)) {
    const { event, at } = journalEntry.parse(payloadOf(jws));
    const known = byPoint.get(code) ?? { point: { code, name }, told: [] };
    known.told.push({ event, at });
    byPoint.set(code, known);
  }
  return [...byPoint.values()];
}

function changeOf(
  point: { readonly code: string; readonly name: string },
  before: ReJudged,
  after: ReJudged,
): PolicyPreview['changes'][number] {
  const checks = CHECK_IDS.flatMap((id) => {
    const [was, becomes] = [before.verdicts[id], after.verdicts[id]];
    return was === undefined || becomes === undefined || was === becomes ? [] : [{ id, before: was, after: becomes }];
  });
  return { point, before: before.state, after: after.state, checks };
}
