import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import {
  compareChecks,
  figuresOf,
  MOST_PAST_CHECKS,
  type PastCheck,
  withPastCheck,
} from '../../../shared/history/past-check.ts';
import { withoutPeople } from '../../../shared/history/support-file.ts';
import { FRESH, READY } from '../../renderer/support/point-states.ts';

const runOf = (at: number, camera: Verdict | null, figure: number | null = 30): PastCheck => ({
  ...{ at, runId: `run-${at}`, meetingId: null, overall: 'ready', policyVersion: 'p' },
  results: camera === null ? [] : [{ id: 'camera', verdict: camera, reason: 'ok', values: {}, figure }],
});

describe('the history of a point', () => {
  it.each([
    ['fail', 'pass', 'better'],
    ['fail', 'warn', 'better'],
    ['pass', 'warn', 'worse'],
    ['pass', 'pass', 'same'],
    ['unmeasured', 'pass', null],
    ['pass', 'unmeasured', null],
    ['pass', null, null],
    [null, null, null],
  ] as const)('%s, then %s: %s', (before, after, change) => {
    const compared = compareChecks(runOf(1, before), runOf(2, after));
    expect(compared.map(({ id }) => id)).toEqual([...CHECK_IDS]);
    expect(compared.find(({ id }) => id === 'camera')?.change).toBe(change);
  });

  it('keeps the last ones, the newest last', () => {
    let past: readonly PastCheck[] = [];
    for (let at = 1; at <= MOST_PAST_CHECKS + 5; at += 1) past = withPastCheck(past, runOf(at, 'pass'));
    expect(past).toHaveLength(MOST_PAST_CHECKS);
    expect(past.at(-1)?.at).toBe(MOST_PAST_CHECKS + 5);
    expect(past[0]?.at).toBe(6);
  });

  it('draws only what was measured', () => {
    const runs = [runOf(1, 'pass', 30), runOf(2, null), runOf(3, 'unmeasured', null), runOf(4, 'fail', 12)];
    expect(figuresOf(runs, 'camera')).toEqual([
      { at: 1, value: 30, verdict: 'pass' },
      { at: 4, value: 12, verdict: 'fail' },
    ]);
  });
});

describe('the file for support', () => {
  it('names nobody, no meeting and no note', () => {
    const text = JSON.stringify(withoutPeople({ ...FRESH, records: READY.records }));
    for (const personal of ['Đại biểu', 'Chủ tịch', 'giải ngân', '7/PC-UBND', 'công tác']) {
      expect(text).not.toContain(personal);
    }
    expect(text).toContain('UBND xã Ia Krái');
    expect(text).toContain('m1');
  });
});
