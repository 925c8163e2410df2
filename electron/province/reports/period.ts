import { setImmediate as breathe } from 'node:timers/promises';
import { attendanceOf } from '../../../shared/attendance/attendance.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { DevicesFold } from '../../../shared/reports/devices/report.ts';
import { occasionOf } from '../../../shared/reports/discipline/occasion.ts';
import { DisciplineFold } from '../../../shared/reports/discipline/report.ts';
import type { ReportModel } from '../../../shared/reports/model.ts';
import type { PeriodAbout } from '../../../shared/reports/period.ts';
import type { Narrowed } from '../../../shared/reports/readiness/facts.ts';
import type { Translator } from '../../../shared/strings/translator.ts';
import { gatherKnown } from '../attendance/gather.ts';
import { findHub } from '../db/hub.ts';
import { listStandings } from '../db/latest.ts';
import { findMeeting } from '../db/meetings.ts';
import { listMeetingsBetween } from '../db/report-meetings.ts';
import type { Db } from '../db/schema.ts';
import { chosenPoints } from './chosen-points.ts';

/** One meeting, or all that began in a period. Times in epoch milliseconds. */
export interface AskedPeriod {
  readonly meeting: string | null;
  readonly from: number;
  readonly to: number;
  readonly narrowed: Narrowed;
}

/** Points folded before the event loop turns again. */
const AT_ONCE = 100;

/** The discipline of the meetings that have begun; null when there is no such meeting. One meeting is in memory at a time. */
export async function disciplineReport(
  db: Db,
  asked: AskedPeriod,
  now: number,
  translator: Translator,
): Promise<ReportModel | null> {
  const found = await meetingsOf(db, asked, now);
  if (found === null) return null;
  const points = await chosenPoints(db, asked.narrowed);
  const fold = new DisciplineFold();
  for (const meeting of found.meetings) {
    if (meeting.startsAt > now) continue;
    const known = await gatherKnown(db, meeting, now, asked.narrowed.point ?? undefined);
    for (const [index, { invitation, entries, context }] of known.entries()) {
      const point = points.get(invitation.pointCode);
      if (point) fold.add(occasionOf(meeting, point, attendanceOf(entries, context), now));
      if (index % AT_ONCE === 0) await breathe();
    }
  }
  return fold.report(translator, found.about);
}

/** Devices and line by the last run for each meeting; null when there is no such meeting. One meeting is in memory at a time. */
export async function devicesReport(
  db: Db,
  asked: AskedPeriod,
  now: number,
  translator: Translator,
): Promise<ReportModel | null> {
  const found = await meetingsOf(db, asked, now);
  if (found === null) return null;
  const points = await chosenPoints(db, asked.narrowed);
  const fold = new DevicesFold();
  for (const meeting of found.meetings) {
    for (const { point, record } of await listStandings(db, meeting.id)) {
      const chosen = points.get(point.code);
      if (chosen) fold.add(meeting, chosen, record);
    }
    await breathe();
  }
  return fold.report(translator, found.about);
}

async function meetingsOf(
  db: Db,
  { meeting: id, from, to, narrowed }: AskedPeriod,
  now: number,
): Promise<{ readonly meetings: readonly Meeting[]; readonly about: PeriodAbout } | null> {
  const meeting = id === null ? null : ((await findMeeting(db, id)) ?? undefined);
  if (meeting === undefined) return null;
  const meetings = meeting === null ? await listMeetingsBetween(db, from, to) : [meeting];
  const hub = await findHub(db);
  return { meetings, about: { hubName: hub?.name ?? '', meeting, from, to, narrowed, generatedAt: now } };
}
