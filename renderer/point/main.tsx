import '../ui/zod-setup.ts';

import '../ui/styles.ts';

import { createRoot } from 'react-dom/client';
import type { AppearanceKeeper } from '../ui/appearance/keeper.ts';
import { bootPoint } from './boot.ts';
import { createBridgeClient } from './bridge.ts';
import { playSound, probes, readTheRest } from './read-later.ts';
import { createPointStore } from './store/store.ts';
import { PointWindow } from './window.tsx';
import { browserWorld } from './world.ts';

const root = document.getElementById('root');
if (!root || !window.diemCau) throw new Error('the page lacks its root or its bridge');
const { appearance } = window.diemCau;
const client = createBridgeClient(window.diemCau);
const world = browserWorld(client, probes, playSound);
const keeper: AppearanceKeeper = {
  kept: () => appearance,
  keep: (chosen) => void client.request('app:set-appearance', { appearance: chosen }),
};
const store = createPointStore(world);
createRoot(root).render(<PointWindow store={store} keeper={keeper} />);
const stop = bootPoint(store, world, readTheRest);
window.addEventListener('pagehide', stop);
