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

/** Starts it as the window does, without its screens. Returns its stop. */
export function bootWhole(store: PointStoreApi, world: PointWorld): () => void {
  let stopRest = () => {};
  const stop = bootPoint(store, world, async () => {
    stopRest = bootRest(store, world);
  });
  return () => {
    stop();
    stopRest();
  };
}
