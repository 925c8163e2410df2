import type { PointStoreApi } from './store/store.ts';
import type { PointWorld } from './world.ts';

/**
 * Loads what the window starts from, and hears from then on how it stands. `readRest` is called when the rest of the window is
 * wanted: at once, or after the first screen of a machine that is no point yet. Returns its stop.
 */
export function bootPoint(
  store: PointStoreApi,
  { client, whenIdle }: PointWorld,
  readRest: () => Promise<unknown>,
): () => void {
  const { setPoint } = store.getState();
  const stops = [client.onNotice('point:changed', setPoint)];
  void load(store, client).then((isLoaded) => {
    if (!isLoaded) return;
    const { point, info } = store.getState();
    if (point?.enrolment || info?.mode.kind === 'unattended') void readRest();
    else stops.push(whenIdle(() => void readRest()));
  });
  return () => {
    for (const stop of stops) stop();
  };
}

async function load(store: PointStoreApi, client: PointWorld['client']): Promise<boolean> {
  const { setInfo, setPoint, setBootError } = store.getState();
  const [info, state] = await Promise.all([client.request('app:info', {}), client.request('point:state', {})]);
  if (!info.ok) {
    setBootError(info.error);
    return false;
  }
  // Also where the state cannot be had: that is then said in the language of this machine.
  setInfo(info.value);
  if (!state.ok) {
    setBootError(state.error);
    return false;
  }
  setPoint(state.value);
  return true;
}
