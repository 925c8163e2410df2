import type { Attendance } from '../attendance/attendance.ts';
import type { ClockOffset } from '../attendance/entry.ts';
import { byProvinceClock } from '../attendance/place.ts';
import type { JournalEntry } from '../events/journal-entry.ts';
import type { PointMeeting } from '../meeting/meeting.ts';
import {
  addToRecord,
  EMPTY_RECORD,
  type MeetingRecord,
  type ReadinessState,
  readinessOf,
} from '../meeting/readiness.ts';
import type { ManualItem } from '../policy/manual-item.ts';
import type { Seal } from './seal.ts';

/** One entry of the point about the meeting, as whoever makes the record knows it. */
export interface MinutesLine {
  readonly hash: string;
  readonly entry: JournalEntry;
  readonly clock: ClockOffset | null;
  /** Whether the province is known to hold it. */
  readonly atProvince: boolean;
}

export interface MinutesSource {
  /** Who makes the record: the point knows no rulings, the province only what has reached it. */
  readonly madeBy: 'point' | 'province';
  readonly generatedAt: number;
  readonly hub: { readonly name: string; readonly url: string };
  readonly point: { readonly code: string; readonly name: string };
  readonly meeting: Pick<PointMeeting, 'id' | 'title' | 'invitationNumber' | 'chair' | 'startsAt' | 'composition'>;
  /** Name of who was designated; null where nobody was, or the name is not known here. */
  readonly designated: string | null;
  readonly checklist: readonly ManualItem[];
  readonly lines: readonly MinutesLine[];
  readonly attendance: Attendance;
}

export interface MinutesEntry {
  readonly hash: string;
  readonly device: string;
  readonly seq: number;
  readonly deviceAt: number;
  /** By the province's clock; null where the device's clock was never measured against it. */
  readonly at: number | null;
  readonly errorMs: number | null;
  readonly event: JournalEntry['event'];
  readonly atProvince: boolean;
}

/** The record of one meeting at one point (biên bản kiểm tra kỹ thuật và dự họp): everything that stands in it, no words yet. */
export interface Minutes extends Omit<MinutesSource, 'lines'> {
  readonly readiness: ReadinessState;
  readonly record: MeetingRecord;
  /** Every entry it rests on, in the order of the devices' chains by time. */
  readonly entries: readonly MinutesEntry[];
  /** How many of them are not known to be at the province. */
  readonly unsent: number;
  readonly seal: Seal;
}

/** Folds what is known into the record; order and repetition of the lines do not matter. @param seal over the lines' hashes */
export function minutesOf(source: MinutesSource, seal: (hashes: readonly string[]) => Seal): Minutes {
  const { lines, ...rest } = source;
  const once = new Map<string, MinutesLine>();
  // Told twice, what is surer stays.
  for (const line of lines) if (!once.get(line.hash)?.atProvince) once.set(line.hash, line);
  const about = [...once.values()].filter(
    ({ entry: { event } }) => 'meetingId' in event && event.meetingId === source.meeting.id,
  );
  const entries = inOrder(about.map(entryOf));
  const record = entries.reduce(
    (sum, { event, deviceAt }) => addToRecord(sum, source.meeting.id, event, deviceAt),
    EMPTY_RECORD,
  );
  return {
    ...rest,
    readiness: readinessOf(record, source.checklist),
    record,
    entries,
    unsent: entries.filter(({ atProvince }) => !atProvince).length,
    seal: seal(entries.map(({ hash }) => hash)),
  };
}

function entryOf({ hash, entry, clock, atProvince }: MinutesLine): MinutesEntry {
  const { at, errorMs } = byProvinceClock(entry.at, clock);
  const { device, seq, at: deviceAt, event } = entry;
  return { hash, device, seq, deviceAt, at: errorMs === null ? null : at, errorMs, event, atProvince };
}

/** By time, but a device's own entries always in the order of its chain, whatever its clock said: none stands before the one it follows. */
function inOrder(entries: readonly MinutesEntry[]): readonly MinutesEntry[] {
  const latest = new Map<string, number>();
  const placed = [...entries]
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => {
      const time = Math.max(entry.at ?? entry.deviceAt, latest.get(entry.device) ?? 0);
      latest.set(entry.device, time);
      return { entry, time };
    });
  placed.sort((a, b) => a.time - b.time || order(a.entry.device, b.entry.device) || a.entry.seq - b.entry.seq);
  return placed.map(({ entry }) => entry);
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
