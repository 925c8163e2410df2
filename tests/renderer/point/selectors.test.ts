import { describe, expect, it } from 'vitest';
import { currentRecord, overviewOf, recordOf, standingOf } from '../../../renderer/point/selectors.ts';
import type { SessionOutcome } from '../../../renderer/point/session-outcome.ts';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import { EMPTY_RECORD } from '../../../shared/meeting/readiness.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { MIXED, NOW, READY } from '../support/point-states.ts';

const timedOut: SessionOutcome = {
  id: 'camera',
  outcome: { kind: 'failed', failure: 'timed-out', detail: '' },
  durationMs: 20_000,
  meetingId: 'm1',
  before: null,
  at: NOW,
};

describe('how a check stands', () => {
  it('is what this session measured, before what the record says', () => {
    const record = recordOf(READY, 'm1');
    expect(standingOf('camera', timedOut, record, 'm1', DEFAULT_POLICY)).toMatchObject({ verdict: 'unmeasured' });
    expect(standingOf('camera', undefined, record, 'm1', DEFAULT_POLICY)).toMatchObject({ verdict: 'pass' });
  });

  it('is not what was measured for another meeting', () => {
    expect(standingOf('camera', timedOut, EMPTY_RECORD, 'm2', DEFAULT_POLICY)).toBeNull();
  });
});

describe('what else is said of a check', () => {
  it('is everything that was found, and what is not as it was before, of this meeting only', () => {
    const measurement = {
      started: true,
      label: 'Screen 1',
      width: 800,
      height: 600,
      fps: 2,
      frameCount: 4,
      measuredMs: 2000,
      lumaMax: 200,
      patternFound: false,
      stopped: false,
    };
    const outcome: SessionOutcome = {
      id: 'screen-share',
      outcome: { kind: 'measured', measurement },
      durationMs: 1,
      meetingId: 'm1',
      before: { measurement: { ...measurement, width: 1920, height: 1080 }, passed: true, at: NOW - 1 },
      at: NOW,
    };
    const standing = standingOf('screen-share', outcome, EMPTY_RECORD, 'm1', DEFAULT_POLICY);
    expect(standing?.findings?.map(({ reason }) => reason)).toEqual(['pattern-not-found', 'low-fps', 'small']);
    expect(standing?.drift).toEqual([{ key: 'screen-resolution', before: '1920×1080', after: '800×600' }]);
    expect(standingOf('screen-share', outcome, EMPTY_RECORD, 'm2', DEFAULT_POLICY)).toBeNull();
  });
});

describe('the overview', () => {
  it('lists what stands in the way, and counts the checklist', () => {
    const overview = overviewOf(recordOf(MIXED, 'm1'), DEFAULT_POLICY);
    expect(overview.state).toBe('not-ready');
    expect(overview.byVerdict).toMatchObject({
      fail: ['camera', 'screen-share'],
      unmeasured: ['link'],
      'not-run': ['host'],
    });
    expect(overview.manualNo).toBe(1);
    expect(overview.requiredLeft).toBe(DEFAULT_POLICY.checklist.filter((item) => item.required).length - 2);
  });

  it('is no data before anything was done, and never ready by a missing check', () => {
    expect(overviewOf(EMPTY_RECORD, DEFAULT_POLICY).state).toBe('no-data');
    const record = recordOf(READY, 'm1');
    expect(overviewOf(record, DEFAULT_POLICY).state).toBe('ready');
    for (const id of CHECK_IDS) {
      const { [id]: _, ...checks } = record.checks;
      expect(overviewOf({ ...record, checks }, DEFAULT_POLICY).state).not.toBe('ready');
    }
  });

  it('counts a run without a meeting as something done', () => {
    const record = currentRecord(EMPTY_RECORD, { camera: { ...timedOut, meetingId: null } }, null, DEFAULT_POLICY);
    expect(overviewOf(record, DEFAULT_POLICY).state).not.toBe('no-data');
  });
});
