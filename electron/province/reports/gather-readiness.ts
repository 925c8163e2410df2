import { reduceDuty } from '../../../shared/attendance/duty.ts';
import { timelineOf } from '../../../shared/attendance/timeline.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import type { ReadinessReport } from '../../../shared/protocol/console.ts';
import type {
  Filing,
  Narrowed,
  ReadinessAbout,
  ReadinessFacts,
  TechnicianFact,
} from '../../../shared/reports/readiness/facts.ts';
import { gatherKnown } from '../attendance/gather.ts';
import { type CheckFiling, listCheckFilings } from '../db/entries.ts';
import { findHub } from '../db/hub.ts';
import { judgingPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import { chosenPoints } from './chosen-points.ts';
import { readinessReport } from './readiness.ts';

/** What the readiness report is made from, with the rows the console shows; null when there is no such meeting. */
export interface GatheredReadiness {
  readonly about: ReadinessAbout;
  readonly facts: readonly ReadinessFacts[];
  readonly rows: ReadinessReport;
}

/** `contacts`: with the technicians' numbers. */
export async function gatherReadiness(
  db: Db,
  meetingId: string,
  narrowed: Narrowed,
  now: number,
  contacts: boolean,
): Promise<GatheredReadiness | null> {
  const report = await readinessReport(db, meetingId, now);
  if (report === null) return null;
  const points = await chosenPoints(db, narrowed);
  const { timing } = await judgingPolicy(db, report.meeting, now);
  const hub = await findHub(db);
  const { meeting, checklist } = report;
  const filings = firstFilings(await listCheckFilings(db, meetingId));
  const technicians = await onDuty(db, meeting, now, contacts);
  const rows = report.rows.filter(({ point }) => points.has(point.code));
  const facts = rows.map((row): ReadinessFacts => {
    const { code, name } = row.point;
    return {
      point: points.get(code) ?? { code, name, cluster: null },
      row,
      filing: filings.get(code) ?? null,
      technician: technicians.get(code) ?? null,
    };
  });
  const about = { hubName: hub?.name ?? '', meeting, checklist, timing, generatedAt: now, narrowed };
  return { about, facts, rows: { ...report, rows } };
}

/** Of each point the check that came first, by the province's clock where the check measured it. */
function firstFilings(filed: readonly CheckFiling[]): ReadonlyMap<string, Filing> {
  const first = new Map<string, Filing>();
  for (const { point_code, at, received_at, clock_offset_ms } of filed) {
    const filing = { at: at + (clock_offset_ms ?? 0), receivedAt: received_at };
    const known = first.get(point_code);
    if (known === undefined || filing.at < known.at) first.set(point_code, filing);
  }
  return first;
}

/** As the roll call says it, corrections included. No telephone for those who do not call. */
async function onDuty(db: Db, meeting: Meeting, now: number, contacts: boolean): Promise<Map<string, TechnicianFact>> {
  const known = await gatherKnown(db, meeting, now, undefined, ['technician-on-duty', 'correction']);
  return new Map(
    known.flatMap(({ invitation, entries, context }) => {
      const duty = reduceDuty(timelineOf(entries, meeting.id), context);
      if (duty === null) return [];
      const { fullName, at, timeliness } = duty;
      return [[invitation.pointCode, { fullName, phone: contacts ? duty.phone : '', at, timeliness }]];
    }),
  );
}
