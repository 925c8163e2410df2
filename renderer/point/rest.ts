import '../../shared/zod-setup.ts';

import { bootRest } from './boot-rest.ts';
import { ChooseDevices } from './first-start/choose-devices.tsx';
import { Home } from './home/home.tsx';
import { completeStore } from './store/complete-store.ts';
import type { PointStoreApi } from './store/store.ts';
import type { PointWorld } from './world.ts';

/** Everything of the window but its first screen, at work from now on. */
export function startRest(store: PointStoreApi, world: PointWorld) {
  completeStore(store, world);
  return { ChooseDevices, Home, stop: bootRest(store, world) };
}
