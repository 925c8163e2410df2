import { app } from 'electron';
import type { Locale } from '../../shared/ipc-contract.ts';
import { openPointWindow, type PointWindow } from './point-window.ts';
import { readPoint } from './read-point.ts';
import type { RoleStart } from './role.ts';

/** The meeting point: its one window, its service, and everything stopped again when that closes. `locale`: just chosen. */
export async function runPoint(start: RoleStart, locale: Locale | null = null): Promise<void> {
  app.on('window-all-closed', () => app.quit());
  const window = openPointWindow(start, locale);
  await Promise.all([window.loaded, startBeside(window, start, locale)]);
}

/**
 * Most of the code is read while another process starts and reads the page: until something can be pressed, a person waits for both.
 * The first screen of a first start needs none of it, and stands a fifth of a second earlier without it.
 */
async function startBeside(window: PointWindow, start: RoleStart, locale: Locale | null): Promise<void> {
  if (window.isFirstStart) await window.drawn;
  const { startPoint } = await readPoint(window.served);
  await startPoint(start, window, locale);
}
