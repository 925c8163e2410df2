import '../../shared/zod-setup.ts';

import '../ui/styles.ts';

import { createRoot } from 'react-dom/client';
import { createConsoleApi } from './api.ts';
import { Console } from './app.tsx';
import { AREAS } from './areas/areas.ts';
import { wallRoute } from './meetings/routes.ts';
import { findScreen } from './shell/area.tsx';
import { createConsoleStore } from './store/store.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page lacks its root');
const store = createConsoleStore(createConsoleApi());
void store.getState().loadSession();
// While the hub says who this is. What fails here fails again where it is shown, and is told there.
findScreen(AREAS, location.hash)
  ?.screen.load()
  .catch(() => undefined);
// The wall of a whole country takes the hub a moment: it is asked for before there is anything to show it with.
const wall = wallRoute.match(location.hash);
if (wall) void store.getState().showWall(wall.meetingId);
createRoot(root).render(<Console store={store} />);
