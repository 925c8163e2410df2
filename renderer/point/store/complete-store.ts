import type { PointWorld } from '../world.ts';
import { answerSlice } from './answer-slice.ts';
import { checksSlice } from './checks-slice.ts';
import { keepsakesSlice } from './keepsakes-slice.ts';
import { signInSlice } from './sign-in-slice.ts';
import type { PointStoreApi } from './store.ts';
import { watchSlice } from './watch-slice.ts';

/** The parts that measure and judge: large, and nothing a first start begins with. */
export function completeStore(store: PointStoreApi, world: PointWorld): void {
  const args = [store.setState, store.getState, store] as const;
  store.setState({
    ...checksSlice(world)(...args),
    ...keepsakesSlice(world)(...args),
    ...answerSlice(world)(...args),
    ...signInSlice(world)(...args),
    ...watchSlice(world)(...args),
  });
}
