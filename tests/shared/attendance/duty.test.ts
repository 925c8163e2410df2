import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyDue, reduceDuty } from '../../../shared/attendance/duty.ts';
import { otherFact, wordsOf } from '../../../shared/attendance/other-fact.ts';
import { timelineOf } from '../../../shared/attendance/timeline.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { at, fact, MEETING, T0 } from './builders.ts';

const CONTEXT = { startsAt: T0, policy: DEFAULT_POLICY };
const onDuty = (minutes: number, fullName = 'Cán bộ mẫu') =>
  fact(minutes, { type: 'technician-on-duty', meetingId: MEETING, fullName, phone: '0900' });

describe('the technician on duty', () => {
  it.each([
    ['an hour before', -60, 'pass'],
    ['after T-60', -59, 'warn'],
    ['at T-30', -30, 'warn'],
    ['after T-30', -29, 'fail'],
  ] as const)('came %s', (_, minutes, timeliness) => {
    expect(reduceDuty(timelineOf([onDuty(minutes)], MEETING), CONTEXT)).toMatchObject({ timeliness, at: at(minutes) });
    expect(dutyDue(at(minutes), CONTEXT)).toBe(timeliness);
  });

  it('is whoever came last, in time if the first one was, in any order of arrival', () => {
    const entries = [onDuty(-70, 'A'), onDuty(-10, 'B'), onDuty(20, 'C')];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 3 }), (shuffled) => {
        expect(reduceDuty(timelineOf([...shuffled, ...shuffled], MEETING), CONTEXT)).toMatchObject({
          fullName: 'C',
          at: at(-70),
          timeliness: 'pass',
        });
      }),
    );
  });

  it('is nobody where nobody said so, or where that was withdrawn', () => {
    expect(reduceDuty(timelineOf([], MEETING), CONTEXT)).toBeNull();
    const mistaken = onDuty(-70);
    const withdrawn = fact(-60, {
      ...{ type: 'correction', meetingId: MEETING, of: mistaken.id, actor: 'A', reason: 'Bấm nhầm' },
      replacement: { kind: 'withdrawn' },
    } as const);
    expect(reduceDuty(timelineOf([mistaken, withdrawn], MEETING), CONTEXT)).toBeNull();
  });
});

describe('another fact in a correction', () => {
  const left = { type: 'seat-left', meetingId: MEETING, note: 'x' } as const;
  it('is of another kind about the seat, and keeps its kind elsewhere', () => {
    expect(otherFact(left, 'left-early', ' Về cơ quan ')).toEqual({
      type: 'left-early',
      meetingId: MEETING,
      note: 'Về cơ quan',
    });
    const duty = onDuty(-60).event;
    expect(otherFact(duty, 'ended', 'Cán bộ khác')).toMatchObject({
      type: 'technician-on-duty',
      fullName: 'Cán bộ khác',
    });
    expect([wordsOf(duty), otherFact(duty, 'ended', ' ')]).toEqual(['Cán bộ mẫu', null]);
  });
});
