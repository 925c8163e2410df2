import { compositionOf } from '../../../shared/attendance/composition.ts';
import { readinessOf } from '../../../shared/meeting/readiness.ts';
import type { ManualItem } from '../../../shared/policy/manual-item.ts';
import type { LiveUpdate, ReadinessReport, ReadinessRow } from '../../../shared/protocol/console.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { listStandings, type Standing } from '../db/latest.ts';
import { findMeeting } from '../db/meetings.ts';
import { judgingPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';

/** All invited points of a meeting in Vietnamese order, or null when there is no such meeting. The console and every report read this. */
export async function readinessReport(db: Db, meetingId: string, now: number): Promise<ReadinessReport | null> {
  const meeting = await findMeeting(db, meetingId);
  if (meeting === undefined) return null;
  const { version, checklist } = await judgingPolicy(db, meeting, now);
  const standings = await listStandings(db, meetingId);
  const rows = standings
    .map((standing) => rowOf(standing, checklist))
    .sort((a, b) => vietnameseOrder(a.point.name, b.point.name) || vietnameseOrder(a.point.code, b.point.code));
  const items = checklist.map(({ id, vi, en }) => ({ id, vi, en }));
  return { meeting, generatedAt: now, judgedBy: version, checklist: items, rows };
}

/** The rows of these points as they stand now; none of a point that is not invited. */
export async function readinessUpdates(
  db: Db,
  meetingId: string,
  pointCodes: readonly string[],
  now: number,
): Promise<readonly LiveUpdate[]> {
  const meeting = await findMeeting(db, meetingId);
  const standings = await listStandings(db, meetingId, pointCodes);
  if (meeting === undefined || standings.length === 0) return [];
  const { checklist } = await judgingPolicy(db, meeting, now);
  return standings.map((standing) => ({ meetingId, row: rowOf(standing, checklist) }));
}

/** One point's row of the table and the report. */
export function rowOf(
  { point, lastContactAt, record }: Pick<Standing, 'point' | 'lastContactAt' | 'record'>,
  checklist: readonly ManualItem[],
): ReadinessRow {
  const required = checklist.filter((item) => item.required);
  const { leader } = record;
  return {
    point,
    state: readinessOf(record, checklist),
    checks: record.checks,
    manual: {
      required: required.length,
      answered: required.filter((item) => record.manual[item.id] !== undefined).length,
      no: checklist.filter((item) => record.manual[item.id]?.answer === 'no').map((item) => item.id),
    },
    leader: leader && {
      fullName: leader.person.fullName,
      title: leader.person.title,
      composition: compositionOf(leader),
      substitution: leader.substitution && {
        basis: leader.substitution.basis,
        documentNumber: leader.substitution.documentNumber,
      },
      at: leader.at,
    },
    policyVersion: record.policyVersion,
    lastRunAt: record.lastRunAt,
    lastContactAt,
  };
}
