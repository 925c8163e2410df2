import { describe, expect, it } from 'vitest';
import { clockAt, clockReadingOf } from '../../../shared/attendance/clock.ts';
import { checkRun } from '../../../shared/events/event.ts';
import { GOOD_LINE } from '../checks/link/fixtures.ts';

const HOUR = 3_600_000;
const early = { deviceAt: 0, offsetMs: -300_000, errorMs: 200 };
const late = { deviceAt: 10 * HOUR, offsetMs: 0, errorMs: 100 };

describe('a device’s clock at a moment', () => {
  it('is unknown before it was ever measured', () => {
    expect(clockAt([], 0)).toBeNull();
  });

  it('is what was measured nearest, in whatever order it was told', () => {
    for (const readings of [
      [early, late],
      [late, early],
    ]) {
      expect(clockAt(readings, HOUR)?.offsetMs).toBe(-300_000);
      expect(clockAt(readings, 9 * HOUR)?.offsetMs).toBe(0);
      // Half way between, the surer one.
      expect(clockAt(readings, 5 * HOUR)?.offsetMs).toBe(0);
    }
  });

  it('is less sure the further from the measurement', () => {
    expect(clockAt([early], 0)?.errorMs).toBe(200);
    expect(clockAt([early], 10 * HOUR)?.errorMs).toBeCloseTo(200 + 10 * HOUR * 50e-6);
  });

  it('is read from the line’s measurement and from nothing else', () => {
    const measuring = (measurement: Record<string, unknown>) =>
      checkRun.parse({
        ...{ type: 'check-run', runId: '00000000-0000-4000-8000-000000000001', meetingId: null, policyVersion: 'p' },
        ...{ trigger: 'person', startedAt: 0, durationMs: 1, overall: 'unmeasured' },
        results: [
          {
            ...{ id: 'link', verdict: 'unmeasured', reason: 'x', values: {}, findings: [], durationMs: 1 },
            measurement,
          },
        ],
      });
    expect(clockReadingOf(measuring(GOOD_LINE), 7)).toEqual({ deviceAt: 7, ...GOOD_LINE.clock });
    expect(clockReadingOf(measuring({ clock: GOOD_LINE.clock }), 7)).toBeNull();
    expect(clockReadingOf({ type: 'seat-left', meetingId: 'm1', note: '' }, 7)).toBeNull();
  });
});
