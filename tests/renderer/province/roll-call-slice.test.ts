import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand';
import type { ConsoleApi } from '../../../renderer/province/api.ts';
import { type RollCallSlice, rollCallSlice } from '../../../renderer/province/store/roll-call-slice.ts';
import type { SessionSlice } from '../../../renderer/province/store/session-slice.ts';
import { meeting } from '../../../shared/meeting/meeting.ts';
import { ok } from '../../../shared/result.ts';
import { rollCallOf } from '../support/fake-roll-call.ts';

const MINUTE = 60_000;
const STARTS_AT = Date.parse('2026-01-31T08:00:00+07:00');
const MEETING = meeting.parse({
  ...{ id: 'm1', title: 'Họp giao ban', invitationNumber: '12/GM-UBND', chair: 'Chủ tịch UBND tỉnh' },
  ...{ startsAt: STARTS_AT, expectedEndsAt: STARTS_AT + 60 * MINUTE, composition: 'head', profile: '720p' },
});
/** By their places: never heard of; heard of all the time and nobody signs in; two of whom somebody did. */
const POINTS = ['A', 'B', 'C', 'D'].map((name, index) => ({
  point: { code: `2360${index}`, name: `UBND xã ${name}` },
}));
const [SILENT, EMPTY, , SEATED] = ['23600', '23601', '23602', '23603'] as const;

function reportNow(shown: readonly string[]) {
  const { report } = rollCallOf(MEETING, POINTS, Date.now(), Date.now());
  return { ...report, rows: report.rows.filter(({ point }) => shown.includes(point.code)) };
}

/** A console before a hub whose hour is that of the fake timers. */
function opened(points: readonly string[] = [SILENT, EMPTY]) {
  const rollCall = vi.fn(async () => ok(reportNow(points)));
  const api = {
    rollCall,
    rollCallOf: async (_: string, code: string) => {
      const detail = rollCallOf(MEETING, POINTS, Date.now(), Date.now()).detailOf(code);
      if (!detail) throw new Error(code);
      return ok(detail);
    },
  } as unknown as ConsoleApi;
  const store = createStore<RollCallSlice & SessionSlice>()(
    (...args) =>
      ({ ...rollCallSlice(api)(...args), noteFailure: () => undefined }) as unknown as RollCallSlice & SessionSlice,
  );
  const presenceOf = (code: string) =>
    store.getState().rollCall?.rows.find(({ point }) => point.code === code)?.presence.status;
  return { ...store.getState(), store, rollCall, presenceOf };
}

beforeEach(() => void vi.useFakeTimers({ now: STARTS_AT + 10 * MINUTE }));
afterEach(() => void vi.useRealTimers());

describe('an open roll call', () => {
  it('turns to provisionally absent once the cut-off has passed, in the list and in the open point', async () => {
    const { store, showRollCall, openPoint, presenceOf } = opened();
    await showRollCall('m1');
    await openPoint(EMPTY);
    expect(presenceOf(EMPTY)).toBe('not-yet');
    await vi.advanceTimersByTimeAsync(5 * MINUTE - 1000);
    expect(presenceOf(EMPTY)).toBe('not-yet');
    await vi.advanceTimersByTimeAsync(16_000);
    expect(presenceOf(EMPTY)).toBe('provisionally-absent');
    expect(store.getState().pointDetail?.row.presence.status).toBe('provisionally-absent');
    expect(presenceOf(SILENT)).toBe('no-data');
  });

  it('asks nothing any more when it is closed, when all are seated, and a day later', async () => {
    const { showRollCall, rollCall } = opened();
    await showRollCall('m1');
    await showRollCall(null);
    const seated = opened([SEATED]);
    await seated.showRollCall('m1');
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(rollCall).toHaveBeenCalledTimes(1);
    expect(seated.rollCall).toHaveBeenCalledTimes(1);
    vi.setSystemTime(MEETING.expectedEndsAt + 24 * 60 * MINUTE + 1);
    const over = opened();
    await over.showRollCall('m1');
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(over.rollCall).toHaveBeenCalledTimes(1);
  });

  it('shows what many points do at once while they go on', async () => {
    const { showRollCall, noteAttendance, rollCall } = opened([SEATED]);
    await showRollCall('m1');
    for (let told = 0; told < 20; told += 1) {
      noteAttendance({ meetingId: 'm1', point: SEATED });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(rollCall.mock.calls.length).toBeGreaterThan(4);
    expect(rollCall.mock.calls.length).toBeLessThan(9);
  });

  it('never goes back to what it asked for earlier', async () => {
    const { showRollCall, rollCall, presenceOf } = opened();
    const before = ok(reportNow([EMPTY]));
    let arrive: () => void = () => undefined;
    const late = new Promise<typeof before>((resolve) => {
      arrive = () => resolve(before);
    });
    rollCall.mockReturnValueOnce(late);
    const slow = showRollCall('m1');
    vi.setSystemTime(STARTS_AT + 16 * MINUTE);
    await showRollCall('m1');
    expect(presenceOf(EMPTY)).toBe('provisionally-absent');
    arrive();
    await slow;
    expect(presenceOf(EMPTY)).toBe('provisionally-absent');
  });
});
