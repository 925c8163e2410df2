import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_UPDATES } from '../../../shared/policy/updates.ts';
import { installWait, type Moment, quietFor } from '../../../shared/updates/when.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 31, 0, 30);
const MEETING = { startsAt: START, expectedEndsAt: START + 2 * HOUR, status: 'scheduled' } as const;

function at(now: number, change: Partial<Moment> = {}): Moment {
  return { now, meetings: [MEETING], feedAt: now - MINUTE, isChecking: false, ...change };
}

describe('quiet', () => {
  it.each([
    ['before the policy hours', at(START - 12 * HOUR - 1), null],
    ['when they begin', at(START - 12 * HOUR), 'meeting'],
    ['while it runs', at(START + HOUR), 'meeting'],
    ['within the hour after its end', at(START + 3 * HOUR - 1), 'meeting'],
    ['after that', at(START + 3 * HOUR), null],
    ['a cancelled one', at(START, { meetings: [{ ...MEETING, status: 'cancelled' }] }), null],
    ['a check runs', at(START - 20 * HOUR, { isChecking: true }), 'check'],
    ['the schedule is old', at(START - 20 * HOUR, { feedAt: START - 20 * HOUR - 11 * MINUTE }), 'schedule'],
    ['the schedule was never heard', at(START - 20 * HOUR, { feedAt: null }), 'schedule'],
    ['the clock was set back', at(START - 20 * HOUR, { feedAt: START - 10 * HOUR }), 'schedule'],
  ] as const)('%s', (_name, moment, why) => {
    expect(quietFor(moment, DEFAULT_UPDATES)?.why ?? null).toBe(why);
  });
});

describe('a release that lies ready', () => {
  const calm = START - 40 * HOUR;
  const ready = { readyAt: calm, postponedAt: null, isAskedFor: false };

  it.each([
    ['is told first', calm + 9 * MINUTE, ready, 'notice'],
    ['installs then', calm + 10 * MINUTE, ready, null],
    ['installs at once when asked for', calm, { ...ready, isAskedFor: true }, null],
    ['waits when it was put off', calm + 23 * HOUR, { ...ready, postponedAt: calm }, 'postponed'],
    ['is told again when that is over', calm + 24 * HOUR, { ...ready, postponedAt: calm }, 'notice'],
    ['and installs then', calm + 24 * HOUR + 10 * MINUTE, { ...ready, postponedAt: calm }, null],
    ['near a meeting not even when asked for', START - HOUR, { ...ready, isAskedFor: true }, 'meeting'],
  ] as const)('%s', (_name, now, readiness, why) => {
    expect(installWait(at(now), readiness, DEFAULT_UPDATES)?.why ?? null).toBe(why);
  });

  it('never installs within the policy hours of a meeting, whatever else', () => {
    const time = fc.integer({ min: START - 100 * HOUR, max: START + 100 * HOUR });
    const meeting = fc.record({
      startsAt: time,
      lasts: fc.integer({ min: 0, max: 6 * HOUR }),
      status: fc.constantFrom('scheduled' as const, 'cancelled' as const),
    });
    const readiness = fc.record({
      readyAt: time,
      postponedAt: fc.option(time),
      isAskedFor: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 6 }), time, readiness, fc.boolean(), (some, now, how, isChecking) => {
        const meetings = some.map((one) => ({ ...one, expectedEndsAt: one.startsAt + one.lasts }));
        const near = meetings.some(
          ({ status, startsAt, expectedEndsAt }) =>
            status !== 'cancelled' && now >= startsAt - 12 * HOUR && now < expectedEndsAt + HOUR,
        );
        const wait = installWait({ now, meetings, feedAt: now, isChecking }, how, DEFAULT_UPDATES);
        if (near) expect(wait?.why).toBe('meeting');
        else expect(wait?.why).not.toBe('meeting');
        if (isChecking) expect(wait).not.toBeNull();
      }),
    );
  });
});
