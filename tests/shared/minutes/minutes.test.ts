import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceOf } from '../../../shared/attendance/attendance.ts';
import type { ClockOffset } from '../../../shared/attendance/entry.ts';
import { GENESIS } from '../../../shared/events/journal-entry.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import { minutesDocument } from '../../../shared/minutes/document.ts';
import { type MinutesLine, minutesOf } from '../../../shared/minutes/minutes.ts';
import { sealOf } from '../../../shared/minutes/seal.ts';
import { DEFAULT_CHECKLIST } from '../../../shared/policy/default-checklist.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { at, CHAIRMAN, context, EXACT, MEETING, T0 } from '../attendance/builders.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

const left: JournalEvent = { type: 'seat-left', meetingId: MEETING, note: '' };
const answered = (itemId: string, answer: 'yes' | 'no'): JournalEvent => ({
  ...{ type: 'manual-answer', meetingId: MEETING, itemId, answer, note: '' },
});

interface More {
  readonly device?: string;
  readonly clock?: ClockOffset | null;
  readonly atProvince?: boolean;
}

function line(seq: number, minutes: number, event: JournalEvent, more: More = {}): MinutesLine {
  const { device = 'd1', clock = EXACT, atProvince = true } = more;
  const entry = { v: 1 as const, device, point: '23629', seq, prev: GENESIS, at: at(minutes), event };
  return { hash: sha256(`${device} ${seq}`), entry, clock, atProvince };
}

function made(lines: readonly MinutesLine[], madeBy: 'point' | 'province' = 'province') {
  return minutesOf(
    {
      madeBy,
      generatedAt: at(180),
      hub: { name: 'UBND tỉnh mẫu', url: 'https://10.1.2.3:8443' },
      point: { code: '23629', name: 'Xã mẫu' },
      meeting: { ...{ id: MEETING, title: 'Họp', chair: '', startsAt: T0 }, invitationNumber: '', composition: 'head' },
      designated: CHAIRMAN.fullName,
      checklist: DEFAULT_CHECKLIST,
      lines,
      attendance: attendanceOf([], context(180, { heard: [] })),
    },
    (hashes) => sealOf(MEETING, '23629', hashes, sha256),
  );
}

const order = (lines: readonly MinutesLine[]) => made(lines).entries.map(({ device, seq }) => `${device}#${seq}`);

describe('the record of a meeting', () => {
  it('of which nothing is known says so, and calls nobody ready, unready or absent', () => {
    const minutes = made([]);
    expect(minutes).toMatchObject({ readiness: 'no-data', entries: [], unsent: 0 });
    expect(minutes.attendance.presence.status).toBe('no-data');
    const text = JSON.stringify(minutesDocument(minutes, createTranslator('vi')));
    expect(text).toContain('Chưa có dữ liệu');
    expect(text).not.toMatch(/vắng/i);
  });

  it.each<[string, readonly MinutesLine[], readonly string[]]>([
    ['by time across devices', [line(1, 5, left), line(1, 2, left, { device: 'd2' })], ['d2#1', 'd1#1']],
    ['by the chain where a clock was turned back', [line(2, 1, left), line(1, 5, left)], ['d1#1', 'd1#2']],
    [
      'by the chain also with another device between',
      [line(1, 60, left), line(2, 0, left), line(1, 30, left, { device: 'd2' })],
      ['d2#1', 'd1#1', 'd1#2'],
    ],
    [
      'by the province’s clock where the device’s was measured',
      [line(1, 5, left), line(1, 9, left, { device: 'd2', clock: { offsetMs: -300_000, errorMs: 10 } })],
      ['d2#1', 'd1#1'],
    ],
    [
      'without what is about another meeting',
      [line(1, 5, left), line(2, 6, { ...left, meetingId: 'other' } as JournalEvent)],
      ['d1#1'],
    ],
  ])('orders its entries %s', (_, lines, expected) => {
    expect(order(lines)).toEqual(expected);
  });

  it('gives no time of the province where the clock was never measured', () => {
    const [entry] = made([line(1, 5, left, { clock: null })]).entries;
    expect(entry).toMatchObject({ at: null, errorMs: null, deviceAt: at(5) });
  });

  it('counts what is not known to be at the province; told twice, what is surer holds', () => {
    const waiting = line(2, 6, left, { atProvince: false });
    expect(made([line(1, 5, left), waiting]).unsent).toBe(1);
    expect(made([waiting, line(2, 6, left)]).unsent).toBe(0);
    expect(made([line(2, 6, left), waiting]).unsent).toBe(0);
  });

  it('says of the checklist what was answered last', () => {
    const id = DEFAULT_CHECKLIST[0]?.id ?? '';
    const minutes = made([line(1, -30, answered(id, 'no')), line(2, -20, answered(id, 'yes'))]);
    expect(minutes.record.manual[id]).toMatchObject({ answer: 'yes', at: at(-20) });
    expect(made([line(1, -30, answered(id, 'no'))]).readiness).toBe('not-ready');
  });

  it('made at the point leaves to the province what only the province knows', () => {
    const ofPoint = JSON.stringify(minutesDocument(made([], 'point'), createTranslator('vi')));
    const ofProvince = JSON.stringify(minutesDocument(made([], 'province'), createTranslator('vi')));
    expect(ofPoint).toContain('Do tỉnh xác định');
    expect(ofPoint).not.toContain('Quyết định của tỉnh"');
    expect(ofProvince).toContain('Quyết định của tỉnh');
    expect(ofProvince).not.toContain('Do tỉnh xác định');
  });

  it('is the same in whatever order and however often its lines are told', () => {
    const event = fc.constantFrom(left, answered('power', 'yes'), answered('power', 'no'));
    const clock = fc.constantFrom(EXACT, { offsetMs: -400_000, errorMs: 5 }, null);
    const told = fc.uniqueArray(
      fc.tuple(fc.constantFrom('d1', 'd2', 'd3'), fc.integer({ min: 1, max: 6 }), fc.integer({ min: -60, max: 60 })),
      { selector: ([device, seq]) => `${device}${seq}`, maxLength: 18 },
    );
    fc.assert(
      fc.property(told, fc.infiniteStream(fc.tuple(event, clock, fc.boolean(), fc.nat())), (places, more) => {
        const lines = places.map(([device, seq, minutes]) => {
          const [what, measured, atProvince, turn] = more.next().value;
          return { turn, line: line(seq, minutes, what, { device, clock: measured, atProvince }) };
        });
        const straight = lines.map((one) => one.line);
        const shuffled = [...lines].sort((a, b) => a.turn - b.turn).map((one) => one.line);
        const minutes = made(straight);
        expect(made([...shuffled, ...straight])).toEqual(minutes);
        for (const device of ['d1', 'd2', 'd3']) {
          const own = minutes.entries.filter((entry) => entry.device === device).map(({ seq }) => seq);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
      }),
    );
  });
});
