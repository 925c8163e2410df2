import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overdueOf } from '../../../shared/meeting/overdue.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 31, 1);
const MEETING = { startsAt: START, expectedEndsAt: START + 120 * MINUTE };
const { timing } = DEFAULT_POLICY;
const NOTHING = { duty: false, leader: false };
const at = (minutes: number, done = NOTHING) => overdueOf(done, MEETING, timing, START + minutes * MINUTE);
const said = (minutes: number, done = NOTHING) => at(minutes, done).map(({ task, verdict }) => `${task} ${verdict}`);

describe('what is overdue at a point', () => {
  it.each([
    [-60, []],
    [-59, ['duty warn']],
    [-29, ['duty fail']],
    [-10, ['duty fail']],
    [-9, ['duty fail', 'leader warn']],
    [6, ['duty fail', 'leader fail']],
    [119, ['duty fail', 'leader fail']],
    [120, []],
  ])('%i minutes after the start: %j', (minutes, expected) => {
    expect(said(minutes)).toEqual(expected);
  });

  it('is told by when it was to be done', () => {
    expect(at(6).map(({ by }) => (by - START) / MINUTE)).toEqual([-60, -10]);
  });

  it('is never what has been done, and nothing else goes away with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), fc.boolean(), fc.boolean(), (minutes, duty, leader) => {
        const left = at(minutes).filter(({ task }) => !{ duty, leader }[task]);
        expect(at(minutes, { duty, leader })).toEqual(left);
      }),
    );
  });
});
