import type { CryptoKey } from 'jose';
import { addToBaselines, type Baselines } from '../../shared/baseline/baseline.ts';
import type { AppError } from '../../shared/errors.ts';
import type { SignedEntry } from '../../shared/events/journal-entry.ts';
import { type PastCheck, pastCheckOf, withPastCheck } from '../../shared/history/past-check.ts';
import { addToRecord, EMPTY_RECORD, type MeetingRecord } from '../../shared/meeting/readiness.ts';
import { lineHash } from '../crypto/signed-line.ts';
import { CHAIN_START, verifyNext } from '../crypto/verify-chain.ts';
import type { Journal } from './journal.ts';
import { onDisk } from './journal-file.ts';
import { createMeetingCourses, type MeetingCourses } from './meeting-courses.ts';

/** What the journal says of each meeting, kept up with it. */
export interface Records {
  of(meetingId: string): MeetingRecord;
  /** What happened in a meeting, entry by entry. */
  readonly courses: Pick<MeetingCourses, 'of' | 'clockAt'>;
  /** What the checks measured before, over all meetings. */
  baselines(): Baselines;
  /** The last check runs, the newest last. */
  pastChecks(): readonly PastCheck[];
  /** Reads what was appended since, by this process or another. */
  catchUp(): Promise<void>;
  /** Lines that did not verify. They are left out of the records, never out of the journal. */
  faults(): readonly AppError[];
}

/** Lines read at a time, so that a long journal does not stand in memory twice. */
const PAGE = 500;

export function createRecords(journal: Journal, device: { readonly id: string; readonly key: CryptoKey }): Records {
  const courses = createMeetingCourses();
  const records = new Map<string, MeetingRecord>();
  const faults: AppError[] = [];
  let baselines: Baselines = {};
  let past: readonly PastCheck[] = [];
  let head = CHAIN_START;
  let running: Promise<void> = Promise.resolve();

  function add(line: SignedEntry): void {
    const { event, at } = line.entry;
    courses.add(line);
    baselines = addToBaselines(baselines, event, at);
    if (event.type === 'check-run') past = withPastCheck(past, pastCheckOf(event, at));
    if (!('meetingId' in event) || event.meetingId === null) return;
    const { meetingId } = event;
    records.set(meetingId, addToRecord(records.get(meetingId) ?? EMPTY_RECORD, meetingId, event, at));
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const page = onDisk(() => journal.since(head.seq, PAGE));
      // What lies behind a damaged place cannot be read: the person is told, and what is before it still counts.
      if (!page.ok) return addFault(page.error);
      if (page.value.length === 0) return;
      for (const { seq, jws } of page.value) {
        const verified = await verifyNext(jws, head, device);
        if (verified.ok) add(verified.value);
        else faults.push(verified.error);
        head = { seq, hash: lineHash(jws) };
      }
    }
  }

  /** A damaged place is met again with every look. */
  function addFault(error: AppError): void {
    if (!faults.some(({ code }) => code === error.code)) faults.push(error);
  }

  return {
    of: (meetingId) => records.get(meetingId) ?? EMPTY_RECORD,
    courses,
    baselines: () => baselines,
    pastChecks: () => past,
    catchUp() {
      running = running.catch(() => undefined).then(readOn);
      return running;
    },
    faults: () => faults,
  };
}
