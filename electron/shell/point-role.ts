import { app } from 'electron';
import type { Locale } from '../../shared/ipc-contract.ts';
import { keepCrashes } from './crash-reports.ts';
import { openPointWindow } from './point-window.ts';
import type { RoleContext } from './role.ts';

/** The meeting point: its one window, its service, and everything stopped again when that closes. `locale`: just chosen. */
export async function runPoint(context: RoleContext, locale: Locale | null = null): Promise<void> {
  keepCrashes(context.dataDir);
  app.on('window-all-closed', () => app.quit());
  const window = openPointWindow(context);
  // Most of the code is read while the page is: from the start of the process until something can be pressed, people wait.
  const started = import('./point-start.ts').then(({ startPoint }) => startPoint(context, window, locale));
  await Promise.all([started, window.loaded]);
}
