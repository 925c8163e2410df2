import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import { appErr } from '../../../shared/errors.ts';
import type { RequestArgs } from '../../../shared/ipc-contract.ts';
import type { LaunchMode } from '../../../shared/point-state.ts';
import { ok } from '../../../shared/result.ts';
import { fakeWorld, SAVED } from '../support/fake-world.ts';
import { FRESH, INFO, NOT_ENROLLED } from '../support/point-states.ts';
import { bootWhole, wholeStore } from '../support/whole-window.ts';

type Run = RequestArgs<'checks:file'>;

function started(answers: Readonly<Record<string, unknown>> = {}, mode: LaunchMode = INFO.mode) {
  const fake = fakeWorld({ 'app:info': ok({ ...INFO, mode }), 'point:state': ok(FRESH), ...answers });
  const store = wholeStore(fake.world);
  const stop = bootWhole(store, fake.world);
  return { ...fake, store, stop };
}

const loaded = (store: ReturnType<typeof started>['store']) => expect.poll(() => store.getState().point).not.toBeNull();

describe('starting the window', () => {
  it('does nothing by itself when a person opened it', async () => {
    const { store, asked } = started();
    await loaded(store);
    expect(store.getState().activity).toEqual({});
    expect(asked('checks:file')).toEqual([]);
  });

  it('runs unattended, tells the end once, and leaves the filing to the main process', async () => {
    const { asked } = started({ 'point:state': ok(NOT_ENROLLED) }, { kind: 'unattended', only: ['host', 'camera'] });
    await expect.poll(() => asked('unattended:finished')).toHaveLength(1);
    const [run] = asked('unattended:finished') as Run[];
    expect(run?.results.map(({ id }) => id)).toEqual(['host', 'camera']);
    expect(run).toMatchObject({ trigger: 'unattended', overall: 'unmeasured', meetingId: null });
    expect(asked('checks:file')).toEqual([]);
  });

  it('runs unattended where the rest of the window was there before anything was answered', async () => {
    const mode = { kind: 'unattended', only: ['host'] } as const;
    const fake = fakeWorld({ 'app:info': ok({ ...INFO, mode }), 'point:state': ok(FRESH) });
    bootWhole(wholeStore(fake.world), fake.world, true);
    await expect.poll(() => fake.asked('unattended:finished')).toHaveLength(1);
    expect(fake.asked('checks:measure')).toHaveLength(1);
  });

  it('begins an asked-for check once the meetings are there, and only once', async () => {
    const { store, asked, tell } = started(
      { 'point:state': ok(NOT_ENROLLED) },
      { kind: 'interactive', runCheck: true },
    );
    await loaded(store);
    expect(asked('checks:measure')).toEqual([]);
    tell('point:changed', FRESH);
    tell('point:changed', FRESH);
    await expect.poll(() => asked('checks:file')).toHaveLength(1);
    const [run] = asked('checks:file') as Run[];
    expect(run?.results.map(({ id }) => id)).toEqual([...CHECK_IDS]);
    expect(run).toMatchObject({ trigger: 'person', meetingId: 'm1', policyVersion: 'default-1' });
  });

  it('says why it cannot start', async () => {
    const { store } = started({ 'point:state': appErr('journal-corrupt') });
    await expect.poll(() => store.getState().bootError?.code).toBe('journal-corrupt');
  });

  it('stops listening when it is closed', async () => {
    const { store, stop, listenersLeft } = started();
    await loaded(store);
    stop();
    expect(listenersLeft()).toBe(0);
  });
});

describe('filing a run', () => {
  it('says saved only after the answer, and files again what was not saved', async () => {
    let answer: unknown = appErr('storage-failed', { detail: 'ENOSPC' });
    const { store, asked } = started({ 'checks:file': () => answer });
    await loaded(store);
    await store.getState().runChecks(['host']);
    expect(store.getState().filing).toMatchObject({ kind: 'failed', error: { code: 'storage-failed' } });
    expect(store.getState().outcomes.host).toBeDefined();
    answer = ok(SAVED);
    await store.getState().fileAgain();
    expect(store.getState().filing).toEqual({ kind: 'saved', at: SAVED.at });
    expect(store.getState().unfiled).toEqual([]);
    const [first, second] = asked('checks:file');
    expect(second).toEqual(first);
  });

  it('files a run of one check alone', async () => {
    const { store, asked } = started();
    await loaded(store);
    await store.getState().runChecks(['microphone']);
    expect((asked('checks:file') as Run[]).map((run) => run.results.map(({ id }) => id))).toEqual([['microphone']]);
  });
});

describe('devices', () => {
  it('are noticed when plugged, and the notice goes with the next check', async () => {
    const { store, plug } = started();
    await loaded(store);
    plug([{ kind: 'audioinput', deviceId: 'a', label: 'Micro USB' }]);
    await expect.poll(() => store.getState().available.microphone).toHaveLength(1);
    expect(store.getState().changed).toEqual([]);
    plug([{ kind: 'audioinput', deviceId: 'b', label: 'Micro khác' }]);
    await expect.poll(() => store.getState().changed).toEqual(['microphone']);
    await store.getState().runChecks(['microphone']);
    expect(store.getState().changed).toEqual([]);
  });

  it('fall back to the one before when the choice could not be kept', async () => {
    const { store } = started({ 'devices:choose': appErr('storage-failed', { detail: 'EIO' }) });
    await loaded(store);
    await store.getState().chooseDevice('camera', { id: 'x', label: 'X' });
    expect(store.getState().chosen).toEqual({});
  });
});
