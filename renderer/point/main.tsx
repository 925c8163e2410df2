import '../ui/zod-setup.ts';

import '../ui/styles.ts';

import { createRoot } from 'react-dom/client';
import { MEDIA_PROBES } from '../checks/media-probes.ts';
import { createPlaySound } from '../checks/play-sound.ts';
import { bootPoint } from './boot.ts';
import { createBridgeClient } from './bridge.ts';
import { createPointStore } from './store/store.ts';
import { PointWindow } from './window.tsx';
import { browserWorld } from './world.ts';

const root = document.getElementById('root');
if (!root || !window.diemCau) throw new Error('the page lacks its root or its bridge');
const world = browserWorld(createBridgeClient(window.diemCau), MEDIA_PROBES, createPlaySound());
const store = createPointStore(world);
createRoot(root).render(<PointWindow store={store} />);
const stop = bootPoint(store, world);
window.addEventListener('pagehide', stop);
