import '../ui/zod-setup.ts';

import '../ui/styles.ts';

import { createRoot } from 'react-dom/client';
import { createConsoleApi } from './api.ts';
import { Console } from './app.tsx';
import { createConsoleStore } from './store/store.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page lacks its root');
const store = createConsoleStore(createConsoleApi());
void store.getState().loadSession();
createRoot(root).render(<Console store={store} />);
