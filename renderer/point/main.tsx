import '../ui/styles.ts';

import { createRoot } from 'react-dom/client';
import { firstStartOf } from '../../shared/first-start.ts';
import { bridgeKeeper } from './appearance-keeper.ts';
import { bootPoint } from './boot.ts';
import { createBridgeClient } from './bridge.ts';
import { playSound, probes, restOf } from './read-later.ts';
import { createPointStore } from './store/store.ts';
import { PointWindow } from './window.tsx';
import { browserWorld } from './world.ts';

const root = document.getElementById('root');
if (!root || !window.diemCau) throw new Error('the page lacks its root or its bridge');
const { appearance } = window.diemCau;
const firstStart = firstStartOf(new URLSearchParams(location.search));
// Once: a page that is loaded again may find the machine enrolled.
if (firstStart) history.replaceState(null, '', location.pathname);
const client = createBridgeClient(window.diemCau);
const world = browserWorld(client, firstStart, probes, playSound);
const keeper = bridgeKeeper(client, appearance);
const store = createPointStore(world);
const rest = restOf(store, world);
if (!firstStart) void rest.read();
createRoot(root).render(<PointWindow store={store} keeper={keeper} readScreens={rest.read} />);
const stop = bootPoint(store, world, rest.read);
window.addEventListener('pagehide', () => {
  stop();
  rest.stop();
});
