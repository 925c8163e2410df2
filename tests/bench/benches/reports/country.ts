import { randomUUID } from 'node:crypto';
import { lineHash } from '../../../../electron/crypto/signed-line.ts';
import { insertDevice, noteKnown } from '../../../../electron/province/db/devices.ts';
import { insertEntries } from '../../../../electron/province/db/entries.ts';
import { inChunks } from '../../../../electron/province/db/in-chunks.ts';
import { upsertPeople } from '../../../../electron/province/db/people.ts';
import { upsertPoints } from '../../../../electron/province/db/points.ts';
import { insertRuling } from '../../../../electron/province/db/rulings.ts';
import type { Db } from '../../../../electron/province/db/schema.ts';
import { scheduleMeeting } from '../../../../electron/province/meetings/schedule.ts';
import type { SignedEntry } from '../../../../shared/events/journal-entry.ts';
import type { JournalEvent } from '../../../../shared/events/journal-event.ts';
import type { Ruling } from '../../../../shared/events/rulings.ts';
import { addToRecord, EMPTY_RECORD, readinessOf } from '../../../../shared/meeting/readiness.ts';
import { DEFAULT_CHECKLIST } from '../../../../shared/policy/default-checklist.ts';
import { makeDevice } from '../../../support/device.ts';
import { courseOf } from './course.ts';
import { personName, placeName } from './names.ts';

export const MEETING = 'hop-toan-quoc';
export const STARTS_AT = Date.parse('2026-01-31T08:00:00+07:00');
const MINUTE = 60_000;
const LASTS_MS = 120 * MINUTE;
/** Points whose record is made at once. */
const AT_ONCE = 100;

const codeOf = (index: number) => String(10_001 + index);

/**
 * A meeting of the whole country as the hub keeps it: every line signed by its device's own key in its chain, stored with its
 * facts by what stores them in the hub; only HTTP and the checks of what arrives are left out. One point in twenty sent nothing.
 */
export async function makeCountry(db: Db, points: number): Promise<void> {
  const indexes = Array.from({ length: points }, (_, index) => index);
  await upsertPoints(
    db,
    indexes.map((index) => ({ code: codeOf(index), name: placeName(index), kind: 'commune' })),
  );
  await upsertPeople(
    db,
    indexes.map((index) => ({
      ...{ point: codeOf(index), id: 'ct', fullName: personName(index), title: 'Chủ tịch UBND xã' },
    })),
  );
  const scheduled = await scheduleMeeting(
    db,
    {
      ...{ id: MEETING, title: 'Họp trực tuyến toàn quốc', invitationNumber: '12/GM', chair: 'Chủ tịch UBND tỉnh' },
      ...{ startsAt: STARTS_AT, expectedEndsAt: STARTS_AT + LASTS_MS, composition: 'head', profile: '720p' },
      ...{ points: 'all', designated: Object.fromEntries(indexes.map((index) => [codeOf(index), 'ct'])) },
    },
    { actor: 'bench', now: STARTS_AT - 86_400_000 },
  );
  if (!scheduled.ok) throw new Error(scheduled.error.code);
  for (let from = 0; from < points; from += AT_ONCE) await record(db, indexes.slice(from, from + AT_ONCE));
  await rule(db, null, { type: 'meeting-closed', closedAt: STARTS_AT + LASTS_MS, reason: '' });
}

async function record(db: Db, indexes: readonly number[]): Promise<void> {
  const all: SignedEntry[] = [];
  const latest: { point_code: string; record: string; state: string; entry_count: number }[] = [];
  await db.transaction().execute(async (tx) => {
    for (const index of indexes) {
      const point = codeOf(index);
      if (index % 20 === 7) continue;
      const device = await makeDevice(point);
      const { id, key } = device;
      await insertDevice(tx, { id, key, pointCode: point, name: 'máy', appVersion: '0.1.0' }, STARTS_AT - 86_400_000);
      await noteKnown(tx, id, STARTS_AT + LASTS_MS);
      let standing = EMPTY_RECORD;
      const course = courseOf(index, MEETING, STARTS_AT, { id: 'ct', fullName: personName(index) });
      for (const [event, at] of course) {
        const before = device.head();
        const jws = await device.sign(event, at);
        const { seq, hash } = device.head();
        all.push({ entry: { v: 1, device: id, point, seq, prev: before.hash, at, event }, hash, jws });
        standing = addToRecord(standing, MEETING, event, at);
      }
      const state = readinessOf(standing, DEFAULT_CHECKLIST);
      latest.push({ point_code: point, record: JSON.stringify(standing), state, entry_count: course.length });
      await ruleOn(tx, index, point, course);
    }
    await insertEntries(tx, all, STARTS_AT + LASTS_MS);
    for (const chunk of inChunks(latest)) {
      const rows = chunk.map((row) => ({ ...row, meeting_id: MEETING, updated_at: STARTS_AT }));
      await tx.insertInto('latest').values(rows).execute();
    }
  });
}

/** The line fell silent at some points, and the Office found causes and excuses. */
async function ruleOn(
  db: Db,
  index: number,
  point: string,
  course: readonly (readonly [JournalEvent, number])[],
): Promise<void> {
  if (index % 10 === 3) {
    const id = await rule(db, point, { type: 'connection-lost', observedAt: STARTS_AT + 20 * MINUTE, reason: '' });
    await rule(db, point, { type: 'connection-restored', observedAt: STARTS_AT + 25 * MINUTE, reason: '' });
    const cause = index % 20 === 3 ? 'objective' : 'undetermined';
    await rule(db, point, { type: 'cause-set', of: { what: 'connection', id }, cause, reason: 'Đứt cáp' });
  }
  for (const [event] of course) {
    if (event.type !== 'incident-opened') continue;
    const of = { what: 'incident', id: event.incidentId } as const;
    await rule(db, point, { type: 'cause-set', of, cause: 'subjective', reason: 'Không thử trước' });
  }
  if (index % 25 === 5) {
    const approval = { approver: 'Chủ trì', approvedAt: STARTS_AT, channel: 'phone' } as const;
    await rule(db, point, { type: 'excused', approval, reason: 'Chống bão' });
  }
}

async function rule(db: Db, point: string | null, ruling: Ruling): Promise<string> {
  const id = lineHash(`${point}${ruling.type}${randomUUID()}`);
  const actor = { kind: 'account', accountId: 'vp', fullName: 'Văn phòng', role: 'office' } as const;
  await insertRuling(db, { v: 1, id, meetingId: MEETING, point, at: STARTS_AT + LASTS_MS, actor, ruling });
  return id;
}
