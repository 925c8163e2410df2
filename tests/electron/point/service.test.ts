import { expect, test } from 'vitest';
import type { CheckRun } from '../../../shared/events/event.ts';
import { pointState } from '../../../shared/point-state.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { temporaryFolder } from './folder.ts';
import { handClock } from './hand-clock.ts';
import { unwrap } from './open-chain.ts';
import { openPoint, stateWhere } from './open-point.ts';
import { feedOf, startSmallHub } from './small-hub.ts';

function run(change: Partial<CheckRun> = {}): Omit<CheckRun, 'type'> {
  return {
    runId: '4b0ad6a5-5bd6-4b1e-9d40-5a0ac2cf5b0f',
    meetingId: 'm1',
    policyVersion: 'default-1',
    trigger: 'person',
    startedAt: 1_769_800_000_000,
    durationMs: 4000,
    overall: 'not-ready',
    results: [
      { id: 'camera', verdict: 'fail', reason: 'none', values: {}, findings: [], measurement: null, durationMs: 3 },
    ],
    ...change,
  };
}

test('before enrolment there is a state, the default policy, and a clear refusal', async () => {
  const point = await openPoint(temporaryFolder());
  expect(pointState.parse(point.state())).toEqual(point.state());
  expect(point.policy()).toEqual(DEFAULT_POLICY);
  for (const refused of [
    point.fileCheckRun(run()),
    point.syncNow(),
    point.linkGrant(AbortSignal.timeout(1000)),
    point.signIn({ meetingId: 'm1', personId: 'a', pin: '1', substitution: null }),
  ]) {
    expect(await refused).toMatchObject({ ok: false, error: { code: 'enrolment-missing' } });
  }
});

test('the record of each meeting follows the journal, and is the same after a restart', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const point = await openPoint(folder);
  unwrap(await point.enrol(hub.code()));
  unwrap(await point.fileCheckRun(run()));
  unwrap(await point.fileCheckRun(run({ meetingId: null })));
  unwrap(await point.answer({ meetingId: 'm1', itemId: 'power', answer: 'no', note: 'mất điện' }));
  unwrap(await point.answer({ meetingId: 'm2', itemId: 'power', answer: 'yes', note: '' }));
  const state = point.state();
  expect(state.records.m1).toMatchObject({
    checks: { camera: { verdict: 'fail', reason: 'none' } },
    manual: { power: { answer: 'no', note: 'mất điện' } },
    policyVersion: 'default-1',
  });
  expect(state.records.m2?.checks).toEqual({});
  expect(pointState.parse(state)).toEqual(state);
  await point.close();
  expect((await openPoint(folder)).state().records).toEqual(state.records);
});

test('in the background: what another process files is noticed and sent, and a new policy comes in', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const clock = handClock();
  const window = await openPoint(folder, { clock, random: () => 0 });
  unwrap(await window.enrol(hub.code()));
  const stop = window.start();
  await stateWhere(window, ({ sync }) => sync.pending === 0);

  const command = await openPoint(folder);
  unwrap(await command.answer({ meetingId: 'm1', itemId: 'power', answer: 'yes', note: '' }));
  const noticed = stateWhere(window, ({ records, sync }) => sync.pending === 0 && !!records.m1?.manual.power);
  clock.advance(3000);
  await noticed;
  expect(hub.stored).toHaveLength(2);

  hub.feed = feedOf({ policy: { ...DEFAULT_POLICY, version: 'gia-lai-2' } });
  const renewed = stateWhere(window, ({ feed }) => feed?.policy.version === 'gia-lai-2');
  clock.advance(60_000);
  await renewed;
  expect(window.policy().version).toBe('gia-lai-2');
  stop();
});

test('works without the hub from what it fetched before', async () => {
  const hub = await startSmallHub();
  const folder = temporaryFolder();
  const first = await openPoint(folder);
  unwrap(await first.enrol(hub.code()));
  unwrap(await first.setPin('a', '246810'));
  await first.close();
  await hub.stop();
  const point = await openPoint(folder);
  unwrap(await point.signIn({ meetingId: 'm1', personId: 'a', pin: '246810', substitution: null }));
  expect(await point.syncNow()).toMatchObject({ ok: false, error: { code: 'hub-unreachable' } });
  expect(point.state().sync).toMatchObject({ pending: 3, error: { code: 'hub-unreachable' } });
});
