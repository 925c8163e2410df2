import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import type { CallStanding, WallRow } from '../../../shared/protocol/wall.ts';
import { callRank, countTiles, grouped, sorted, WALL_SORTS } from '../../../shared/wall/arrange.ts';
import { needOf } from '../../../shared/wall/need.ts';
import { tileOf, type WallMoment } from '../../../shared/wall/tile.ts';
import { WALL_STATES, wallStateOf } from '../../../shared/wall/wall-state.ts';

const MINUTE = 60_000;
const NOW = 1_769_819_400_000;
const TIMES = { ...DEFAULT_POLICY.timing, ...DEFAULT_POLICY.help };

function row(change: Partial<WallRow> = {}): WallRow {
  const nothing = { manualNo: 0, manualLeft: 0, leader: null, lastRunAt: null, lastContactAt: null };
  return { code: '1', name: 'Xã A', cluster: null, state: 'no-data', marks: '-------', ...nothing, ...change };
}

function call(point: string, until = NOW + MINUTE): CallStanding {
  return { point, state: 'calling', by: 'lan', since: NOW - MINUTE, until, outcome: null, note: '' };
}

/** A meeting of two hours. */
function startsIn(minutes: number): WallMoment['meeting'] {
  const startsAt = NOW + minutes * MINUTE;
  return { startsAt, expectedEndsAt: startsAt + 120 * MINUTE, status: 'scheduled' };
}

function moment(change: Partial<WallMoment> = {}): WallMoment {
  return {
    now: NOW,
    meeting: startsIn(20),
    times: TIMES,
    checking: new Map(),
    calls: new Map(),
    ...change,
  };
}

describe('how a point stands on the wall', () => {
  it.each([
    ['heard of just now, nothing on record', row({ lastContactAt: NOW - MINUTE }), null, 'not-started'],
    ['heard of exactly at the limit', row({ lastContactAt: NOW - 180_000 }), null, 'not-started'],
    ['not heard of for longer', row({ lastContactAt: NOW - 180_001 }), null, 'no-data'],
    ['never heard of', row(), null, 'no-data'],
    ['a check runs', row(), NOW + 1, 'checking'],
    ['a check ran that was not said again', row(), NOW, 'no-data'],
    ['a fault on record while a check runs', row({ state: 'not-ready' }), NOW + 1, 'checking'],
    ['a record, and silent since', row({ state: 'ready', lastContactAt: 1 }), null, 'ready'],
  ] as const)('%s', (_, of, checkingUntil, state) => {
    expect(wallStateOf(of, checkingUntil, NOW, TIMES)).toBe(state);
  });
});

describe('what needs a call', () => {
  it.each([
    ['no-data', 31, null],
    ['no-data', 30, 'silent'],
    ['not-started', 30, 'silent'],
    ['not-started', 31, null],
    ['incomplete', 31, null],
    ['incomplete', 30, 'unfinished'],
    ['not-ready', 600, 'fault'],
    ['unmeasured', 600, 'unmeasured'],
    ['checking', -5, null],
    ['ready', 11, null],
    ['ready', 10, 'no-leader'],
    ['ready-with-notes', -1, 'no-leader'],
  ] as const)('%s with %i minutes left: %s', (state, minutes, need) => {
    expect(needOf({ leader: null }, state, minutes * MINUTE, TIMES)).toBe(need);
  });

  it('asks for no leader who has signed in', () => {
    expect(needOf({ leader: 'Đại biểu mẫu A' }, 'ready', 0, TIMES)).toBeNull();
  });
});

const tiles = fc
  .array(
    fc.record({
      state: fc.constantFrom('not-ready', 'unmeasured', 'incomplete', 'no-data', 'ready-with-notes', 'ready'),
      contact: fc.option(fc.integer({ min: NOW - 3_600_000, max: NOW })),
      leader: fc.option(fc.constant('Đại biểu mẫu A')),
      cluster: fc.option(fc.constantFrom('Cụm Đông', 'Cụm Tây')),
      called: fc.boolean(),
      checks: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .chain((facts) => fc.record({ facts: fc.constant(facts), left: fc.integer({ min: -60, max: 120 }) }))
  .map(({ facts, left }) => {
    const calls = new Map(facts.flatMap(({ called }, i) => (called ? [[String(i), call(String(i))] as const] : [])));
    const checking = new Map(facts.flatMap(({ checks }, i) => (checks ? [[String(i), NOW + 1] as const] : [])));
    const at = moment({ meeting: startsIn(left), calls, checking });
    return facts.map(({ state, contact, leader, cluster }, i) =>
      tileOf(
        row({ code: String(i), state: state as WallRow['state'], lastContactAt: contact, leader, cluster }),
        i,
        at,
      ),
    );
  });

describe('a point that is silent or broken', () => {
  it.each([
    ['while the meeting runs', startsIn(-119), true],
    ['once it is over', startsIn(-120), false],
    ['when it was called off', { ...startsIn(10), status: 'cancelled' }, false],
  ] as const)('%s: needs a call %s', (_, meeting, needed) => {
    for (const state of ['no-data', 'not-ready', 'unmeasured', 'incomplete', 'ready'] as const)
      expect(tileOf(row({ state }), 0, moment({ meeting })).need !== null).toBe(needed);
  });
});

describe('the order of the wall', () => {
  it.each(WALL_SORTS)('by %s loses nobody, adds nobody, and is the same whatever came first', (sort) => {
    fc.assert(
      fc.property(tiles, (of) => {
        const once = sorted(of, sort);
        expect([...once].sort((a, b) => a.place - b.place)).toEqual(of);
        expect(sorted([...of].reverse(), sort)).toEqual(once);
        expect(sorted(once, sort)).toEqual(once);
      }),
    );
  });

  it('puts what needs a call and has none before what somebody calls, and both before what needs none', () => {
    fc.assert(
      fc.property(tiles, (of) => {
        const kinds = sorted(of, 'need').map(({ need, call: one }) => (need === null ? 2 : one === null ? 0 : 1));
        expect(kinds).toEqual([...kinds].sort());
        const ranks = sorted(of, 'need').map(callRank);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  it('within one need, those not heard of the longest come first', () => {
    const quiet = [NOW - 50 * MINUTE, null, NOW - 90 * MINUTE].map((lastContactAt, i) =>
      tileOf(row({ code: String(i), lastContactAt }), i, moment()),
    );
    expect(sorted(quiet, 'need').map(({ place }) => place)).toEqual([1, 2, 0]);
    expect(sorted(quiet, 'contact').map(({ place }) => place)).toEqual([1, 2, 0]);
    expect(sorted(quiet, 'name').map(({ place }) => place)).toEqual([0, 1, 2]);
  });

  it('a silent point comes after a broken one while there is time, and before it when there is little', () => {
    const order = (minutes: number) => {
      const at = moment({ meeting: startsIn(minutes) });
      const both = [row({ state: 'no-data' }), row({ state: 'not-ready' })].map((one, i) => tileOf(one, i, at));
      return sorted(both, 'need').map(({ row: { state } }) => state);
    };
    expect(order(60)).toEqual(['not-ready', 'no-data']);
    expect(order(20)).toEqual(['no-data', 'not-ready']);
  });

  it('counts every point once, in the state it is in', () => {
    fc.assert(
      fc.property(tiles, (of) => {
        const { needed, ...states } = countTiles(of);
        expect(WALL_STATES.reduce((sum, state) => sum + states[state], 0)).toBe(of.length);
        expect(needed).toBe(of.filter(({ need }) => need !== null).length);
      }),
    );
  });

  it('groups by cluster and keeps the order within; the most urgent cluster first', () => {
    fc.assert(
      fc.property(tiles, (of) => {
        const order = sorted(of, 'need');
        const groups = grouped(order);
        expect(groups.flatMap((group) => group.tiles).length).toBe(of.length);
        for (const group of groups) expect(group.tiles).toEqual(order.filter((t) => t.row.cluster === group.name));
        if (order[0]) expect(groups[0]?.name).toBe(order[0].row.cluster);
      }),
    );
  });

  it('a call that is over no longer counts', () => {
    const at = moment({ calls: new Map([['1', call('1', NOW)]]) });
    expect(tileOf(row(), 0, at).call).toBeNull();
  });
});
