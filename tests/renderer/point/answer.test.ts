import { describe, expect, it } from 'vitest';
import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { speakerFixtures } from '../../../shared/checks/speaker/fixtures.ts';
import { appErr } from '../../../shared/errors.ts';
import { checkRun } from '../../../shared/events/event.ts';
import type { RequestArgs } from '../../../shared/ipc-contract.ts';
import { ok } from '../../../shared/result.ts';
import { fakeWorld, SAVED } from '../support/fake-world.ts';
import { FRESH } from '../support/point-states.ts';
import { wholeStore } from '../support/whole-window.ts';

type Run = RequestArgs<'checks:file'>;
type Reason = keyof typeof speakerFixtures;

/** A window in which the speaker's probe measures what `reason` stands for. */
function started(reason: Reason, answers: Readonly<Record<string, unknown>> = {}) {
  const fake = fakeWorld(answers);
  const outcome: ProbeOutcome = { kind: 'measured', measurement: { ...speakerFixtures[reason] } };
  const world = { ...fake.world, probes: { ...fake.world.probes, speaker: async () => outcome } };
  const store = wholeStore(world);
  store.getState().setPoint(FRESH);
  return { store, runs: () => fake.asked('checks:file') as Run[] };
}

describe('the person’s answer', () => {
  it('is filed as a run of the speaker alone, with the same measurement, after the one that measured', async () => {
    const { store, runs } = started('not-heard');
    await store.getState().runChecks(['speaker', 'host']);
    await store.getState().answerHeard(true);
    const [measured, answered] = runs();
    expect(measured?.results[0]).toMatchObject({ id: 'speaker', verdict: 'fail', reason: 'not-heard' });
    expect(answered).toMatchObject({ trigger: 'person', meetingId: 'm1', policyVersion: 'default-1' });
    expect(answered?.results).toHaveLength(1);
    expect(answered?.results[0]).toMatchObject({ id: 'speaker', verdict: 'warn', reason: 'heard-by-person-only' });
    expect(answered?.results[0]?.measurement).toEqual({ ...measured?.results[0]?.measurement, humanHeard: true });
    expect(checkRun.safeParse({ type: 'check-run', ...answered }).success).toBe(true);
  });

  it('may be corrected: each answer is a run of its own, the same one again is not', async () => {
    const { store, runs } = started('no-proof');
    await store.getState().runChecks(['speaker']);
    await store.getState().answerHeard(true);
    await store.getState().answerHeard(true);
    await store.getState().answerHeard(false);
    expect(runs().map(({ results }) => results[0]?.reason)).toEqual([
      'no-proof',
      'no-proof-person-heard',
      'no-proof-person-did-not',
    ]);
  });

  it('is not asked of what was not played, nor before anything was measured', async () => {
    const { store, runs } = started('no-output');
    await store.getState().answerHeard(true);
    await store.getState().runChecks(['speaker']);
    await store.getState().answerHeard(true);
    expect(runs()).toHaveLength(1);
  });

  it('is not taken while something is measured: that run would be filed after it', async () => {
    const { store, runs } = started('ok');
    await store.getState().runChecks(['speaker']);
    const running = store.getState().runChecks(['host']);
    await store.getState().answerHeard(false);
    await running;
    expect(runs().map(({ results }) => results[0]?.id)).toEqual(['speaker', 'host']);
  });

  it('that could not be saved is kept, and saved after what came before it', async () => {
    let answer: unknown = appErr('storage-failed', { detail: 'ENOSPC' });
    const { store, runs } = started('not-heard', { 'checks:file': () => answer });
    await store.getState().runChecks(['speaker']);
    await store.getState().answerHeard(false);
    expect(store.getState().filing.kind).toBe('failed');
    answer = ok(SAVED);
    const before = runs().length;
    await store.getState().fileAgain();
    expect(
      runs()
        .slice(before)
        .map(({ results }) => results[0]?.reason),
    ).toEqual(['not-heard', 'heard-by-nobody']);
  });
});
