import { CHECK_IDS } from '../../shared/checks/check-id.ts';
import { meetingNow } from './selectors.ts';
import type { PointStoreApi } from './store/store.ts';
import type { PointWorld } from './world.ts';

/**
 * Loads what the window starts from, listens from then on, and begins the check where the start asked for it. `readTheRest` is
 * called once its first screen stands. Returns its stop.
 */
export function bootPoint(
  store: PointStoreApi,
  { client, devices, whenIdle }: PointWorld,
  readTheRest: () => void,
): () => void {
  const { setPoint, setProgress, noteLine, refreshDevices } = store.getState();
  const stopTelling = tellRunning(store, client);
  const onDevices = () => void refreshDevices();
  devices.addEventListener('devicechange', onDevices);
  const stops = [
    stopTelling,
    client.onNotice('point:changed', setPoint),
    client.onNotice('update:changed', (update) => store.getState().setUpdate(update)),
    client.onNotice('checks:asked', () => {
      if (store.getState().point?.enrolment) void store.getState().runChecks();
    }),
    client.onNotice('checks:progress', ({ id, fraction, samples, waiting }) => {
      setProgress(id, fraction);
      if (samples !== undefined || waiting !== undefined) noteLine(id, samples ?? [], waiting);
    }),
    () => devices.removeEventListener('devicechange', onDevices),
  ];
  void load(store, client).then((stop) => {
    // Chromium starts two more processes to list them: not while the first screen is being drawn.
    stops.push(stop, whenIdle(onDevices), whenIdle(readTheRest));
  });
  return () => {
    for (const stop of stops) stop();
    store.getState().cancelChecks();
    store.getState().stopPlaying();
  };
}

/** Tells the province which checks run, whenever that is something else. */
function tellRunning(store: PointStoreApi, client: PointWorld['client']): () => void {
  let told = '';
  return store.subscribe(({ activity, point }) => {
    const checks = CHECK_IDS.filter((id) => activity[id]);
    if (checks.join() === told || !point?.enrolment) return;
    told = checks.join();
    void client.request('help:running', { meetingId: meetingNow(point, Date.now())?.id ?? null, checks });
  });
}

async function load(store: PointStoreApi, client: PointWorld['client']): Promise<() => void> {
  const nothing = () => {};
  const info = await client.request('app:info', {});
  if (!info.ok) {
    store.getState().setBootError(info.error);
    return nothing;
  }
  store.getState().setInfo(info.value);
  const state = await client.request('point:state', {});
  if (!state.ok) {
    store.getState().setBootError(state.error);
    return nothing;
  }
  store.getState().setPoint(state.value);
  void client.request('update:state', {}).then((update) => update.ok && store.getState().setUpdate(update.value));
  const { mode } = info.value;
  if (mode.kind === 'unattended') {
    void runUnattended(store, client, mode.only);
    return nothing;
  }
  return mode.runCheck ? runOnceFed(store) : nothing;
}

async function runUnattended(
  store: PointStoreApi,
  client: PointWorld['client'],
  only: Parameters<ReturnType<PointStoreApi['getState']>['runChecks']>[0] | null,
): Promise<void> {
  const run = await store.getState().runChecks(only ?? undefined, 'unattended');
  if (run) await client.request('unattended:finished', run);
}

/** The meetings and the policy must be there first, or the run would be for no meeting. */
function runOnceFed(store: PointStoreApi): () => void {
  const begin = () => void store.getState().runChecks();
  if (store.getState().point?.feed) {
    begin();
    return () => {};
  }
  const stop = store.subscribe(({ point }) => {
    if (!point?.feed) return;
    stop();
    begin();
  });
  return stop;
}
