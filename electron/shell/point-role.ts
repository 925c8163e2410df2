import { app } from 'electron';
import type { Locale } from '../../shared/ipc-contract.ts';
import { keepCrashes } from './crash-reports.ts';
import { openPointWindow, type PointWindow } from './point-window.ts';
import type { RoleContext } from './role.ts';

/** The meeting point: its one window, its service, and everything stopped again when that closes. `locale`: just chosen. */
export async function runPoint(context: RoleContext, locale: Locale | null = null): Promise<void> {
  keepCrashes(context.dataDir);
  app.on('window-all-closed', () => app.quit());
  const window = openPointWindow(context);
  await Promise.all([window.loaded, startBeside(window, context, locale)]);
}

/** Most of the code is read while another process reads the page: until something can be pressed, a person waits for both. */
async function startBeside(window: PointWindow, context: RoleContext, locale: Locale | null): Promise<void> {
  await window.served;
  const { startPoint } = await import('./point-start.ts');
  await startPoint(context, window, locale);
}
