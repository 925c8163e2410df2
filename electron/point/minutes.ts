import { ownAttendance } from '../../shared/attendance/own-view.ts';
import { type AppError, appErr } from '../../shared/errors.ts';
import { journalEntry } from '../../shared/events/journal-entry.ts';
import { type Minutes, type MinutesLine, minutesOf } from '../../shared/minutes/minutes.ts';
import { judgingPolicy } from '../../shared/policy/for-meeting.ts';
import { ok, type Result } from '../../shared/result.ts';
import { sealHashes } from '../crypto/seal-hash.ts';
import { payloadOf } from '../crypto/signed-line.ts';
import type { EnrolledPoint } from './enrolled-point.ts';
import { onDisk } from './journal-file.ts';
import type { PointCore } from './point-core.ts';

/** Lines read at a time. */
const PAGE = 500;

/** The record of a meeting as this device's journal tells it. Errors: `meeting-unknown`, `storage-failed`. */
export function pointMinutes(core: PointCore, point: EnrolledPoint, meetingId: string): Result<Minutes, AppError> {
  const { feed } = core.stores.feed.read();
  const meeting = feed?.meetings.find(({ id }) => id === meetingId);
  if (!feed || !meeting) return appErr('meeting-unknown');
  const lines = onDisk(() => meetingLines(point, meetingId));
  if (!lines.ok) return lines;
  const now = core.world.clock.now();
  const policy = judgingPolicy(feed, meeting);
  const { enrolment, records } = point;
  const minutes = minutesOf(
    {
      madeBy: 'point',
      generatedAt: now,
      hub: { name: enrolment.hub.name, url: enrolment.hub.url },
      point: enrolment.point,
      meeting,
      designated: feed.roster.find(({ id }) => id === meeting.designatedPersonId)?.fullName ?? null,
      checklist: policy.checklist,
      lines: lines.value,
      attendance: ownAttendance(records.courses.of(meetingId), meeting, policy, now),
    },
    (hashes) => sealHashes(meetingId, enrolment.point.code, hashes),
  );
  return ok(minutes);
}

/** This device's lines about the meeting; what does not verify is left out as everywhere, and reported by the records. */
function meetingLines({ journal, records, outbox }: EnrolledPoint, meetingId: string): MinutesLine[] {
  const { receivedSeq } = outbox.state();
  const bad = new Set(records.faults().map(({ values }) => values.seq));
  const found: MinutesLine[] = [];
  for (let from = 0, page = journal.since(from, PAGE); page.length > 0; page = journal.since(from, PAGE)) {
    for (const { seq, hash, jws } of page) {
      from = seq;
      if (bad.has(seq)) continue;
      const { data: entry } = journalEntry.safeParse(payloadOf(jws));
      if (!entry || !('meetingId' in entry.event) || entry.event.meetingId !== meetingId) continue;
      found.push({ hash, entry, clock: records.courses.clockAt(entry.at), atProvince: seq <= receivedSeq });
    }
  }
  return found;
}
