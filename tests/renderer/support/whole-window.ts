import { bootPoint } from '../../../renderer/point/boot.ts';
import { bootRest } from '../../../renderer/point/boot-rest.ts';
import { completeStore } from '../../../renderer/point/store/complete-store.ts';
import { createPointStore, type PointStoreApi } from '../../../renderer/point/store/store.ts';
import type { PointWorld } from '../../../renderer/point/world.ts';

/** The window's store with all of its parts. */
export function wholeStore(world: PointWorld): PointStoreApi {
  const store = createPointStore(world);
  completeStore(store, world);
  return store;
}

/** Starts it as the window does, without its screens; the rest `early`, where it is a point's already. Returns its stop. */
export function bootWhole(store: PointStoreApi, world: PointWorld, early = false): () => void {
  let stopRest = early ? bootRest(store, world) : () => {};
  const stop = bootPoint(store, world, async () => {
    if (!early) stopRest = bootRest(store, world);
  });
  return () => {
    stop();
    stopRest();
  };
}
