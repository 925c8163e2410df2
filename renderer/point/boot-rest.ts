import { CHECK_IDS } from '../../shared/checks/check-id.ts';
import { meetingNow } from './selectors.ts';
import type { PointStoreApi } from './store/store.ts';
import type { PointWorld } from './world.ts';

/** Listens to all that concerns a point at work, and begins the check where the start asked for it. Returns its stop. */
export function bootRest(store: PointStoreApi, { client, devices, whenIdle }: PointWorld): () => void {
  const { setProgress, noteLine, refreshDevices, setUpdate } = store.getState();
  const onDevices = () => void refreshDevices();
  devices.addEventListener('devicechange', onDevices);
  const stops = [
    tellRunning(store, client),
    client.onNotice('update:changed', setUpdate),
    client.onNotice('checks:asked', () => {
      if (store.getState().point?.enrolment) void store.getState().runChecks();
    }),
    client.onNotice('checks:progress', ({ id, fraction, samples, waiting }) => {
      setProgress(id, fraction);
      if (samples !== undefined || waiting !== undefined) noteLine(id, samples ?? [], waiting);
    }),
    () => devices.removeEventListener('devicechange', onDevices),
    // Chromium starts two more processes to list them: not while the first screen is being drawn.
    whenIdle(onDevices),
    onceLoaded(store, () => begin(store, client)),
  ];
  void client.request('update:state', {}).then((update) => update.ok && setUpdate(update.value));
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

/** The rest of the window may be read sooner than what it starts from is answered. */
function onceLoaded(store: PointStoreApi, work: () => () => void): () => void {
  const isLoaded = () => store.getState().info !== null && store.getState().point !== null;
  if (isLoaded()) return work();
  let stop = store.subscribe(() => {
    if (!isLoaded()) return;
    stop();
    stop = work();
  });
  return () => stop();
}

/** What this start was for. */
function begin(store: PointStoreApi, client: PointWorld['client']): () => void {
  const mode = store.getState().info?.mode;
  if (mode?.kind === 'unattended') void runUnattended(store, client, mode.only);
  return mode?.kind === 'interactive' && mode.runCheck ? runOnceFed(store) : () => {};
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
