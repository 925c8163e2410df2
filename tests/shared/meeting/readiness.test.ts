import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import { addToRecord, EMPTY_RECORD, manualVerdict, readinessOf } from '../../../shared/meeting/readiness.ts';
import { checkStanding } from '../../../shared/meeting/standing.ts';
import { DEFAULT_CHECKLIST } from '../../../shared/policy/default-checklist.ts';

const MEETING = 'hop-giao-ban';

function run(results: Partial<Record<CheckId, Verdict>>, meetingId: string | null = MEETING): JournalEvent {
  return {
    type: 'check-run',
    runId: '00000000-0000-4000-8000-000000000000',
    meetingId,
    policyVersion: 'default-1',
    trigger: 'person',
    startedAt: 0,
    durationMs: 1,
    overall: 'ready',
    results: Object.entries(results).map(([id, verdict]) => ({
      id: id as CheckId,
      verdict,
      reason: verdict === 'pass' ? 'ok' : 'some',
      values: {},
      findings: [],
      measurement: {},
      durationMs: 1,
    })),
  };
}

const answer = (itemId: string, value: 'yes' | 'no' | 'not-applicable'): JournalEvent => ({
  type: 'manual-answer',
  meetingId: MEETING,
  itemId,
  answer: value,
  note: '',
});

const fold = (events: readonly JournalEvent[]) =>
  events.reduce((record, event, at) => addToRecord(record, MEETING, event, at), EMPTY_RECORD);
const state = (events: readonly JournalEvent[]) => readinessOf(fold(events), DEFAULT_CHECKLIST);

const allPass = run(Object.fromEntries(CHECK_IDS.map((id) => [id, 'pass'])));
const allAnswered = DEFAULT_CHECKLIST.map((item) => answer(item.id, 'yes'));

describe('readiness of a point for a meeting', () => {
  it('is no data until something was recorded', () => {
    expect(state([])).toBe('no-data');
    expect(state([run({ camera: 'fail' }, 'another meeting'), run({ camera: 'fail' }, null)])).toBe('no-data');
  });

  it('is incomplete while a check or a required item is missing', () => {
    expect(state([allPass])).toBe('incomplete');
    expect(state([run({ camera: 'pass' }), ...allAnswered])).toBe('incomplete');
  });

  it('is ready when everything passed and was answered', () => {
    expect(state([allPass, ...allAnswered])).toBe('ready');
  });

  it('takes the latest result of each check', () => {
    expect(state([allPass, run({ camera: 'fail' }), ...allAnswered])).toBe('not-ready');
    expect(state([allPass, run({ camera: 'fail' }), run({ camera: 'pass' }), ...allAnswered])).toBe('ready');
  });

  it('keeps what was measured when a later measurement was stopped half way', () => {
    const stopped = run({ camera: 'unmeasured' });
    if (stopped.type !== 'check-run') throw new Error('not a run');
    const cancelled = { ...stopped, results: stopped.results.map((result) => ({ ...result, reason: 'cancelled' })) };
    expect(state([allPass, cancelled, ...allAnswered])).toBe('ready');
    expect(state([cancelled, ...allAnswered])).toBe('unmeasured');
  });

  it('keeps all that was found and what changed, and reads what was filed without them', () => {
    const findings = [
      { verdict: 'warn', reason: 'low-fps', values: {} },
      { verdict: 'warn', reason: 'dark', values: {} },
    ] as const;
    const drift = [{ key: 'camera-resolution', before: '1920×1080', after: '640×480' }];
    const full = run({ camera: 'warn' });
    if (full.type !== 'check-run') throw new Error('not a run');
    const results = full.results.map((result) => ({ ...result, findings: [...findings], drift }));
    expect(fold([{ ...full, results }]).checks.camera).toMatchObject({ findings, drift });
    expect(checkStanding.parse({ verdict: 'pass', reason: 'ok', values: {}, at: 1 })).toBeTruthy();
  });

  it('says what could not be measured apart from what was not done', () => {
    expect(state([allPass, run({ link: 'unmeasured' }), ...allAnswered])).toBe('unmeasured');
  });

  it('holds a required item answered "no" against the point, an optional one as a note', () => {
    expect(state([allPass, ...allAnswered, answer('wired-line', 'no')])).toBe('not-ready');
    expect(state([allPass, ...allAnswered, answer('lighting', 'no')])).toBe('ready-with-notes');
    expect(manualVerdict({ id: 'x', required: true, vi: 'x', en: 'x' }, undefined)).toBe('not-run');
  });

  it('never comes out ready with anything missing', () => {
    fc.assert(
      fc.property(fc.subarray([...CHECK_IDS], { maxLength: CHECK_IDS.length - 1, minLength: 1 }), (ids) => {
        const partly = run(Object.fromEntries(ids.map((id) => [id, 'pass'])));
        expect(state([partly, ...allAnswered])).toBe('incomplete');
      }),
    );
  });
});
