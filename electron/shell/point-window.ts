import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import type { Appearance } from '../../shared/appearance.ts';
import { FIRST_START_ARGUMENT } from '../../shared/ipc-bridge.ts';
import type { NoticeName, NoticeValue } from '../../shared/ipc-contract.ts';
import { JOURNAL_FILE } from '../point/journal-name.ts';
import { originOf, serveFiles } from './app-protocol.ts';
import { type Answer, handleRequests, notify } from './ipc.ts';
import { restrictPermissions } from './permissions.ts';
import type { RoleStart } from './role.ts';
import { openWindow } from './window.ts';
import { windowStateIn } from './window-state.ts';

/** In so long what was asked for last is on its way. */
const HANDED_OVER_MS = 10;

/** The point's one window, from before its data is open. */
export interface PointWindow {
  readonly window: BrowserWindow;
  /** Its page has loaded. */
  readonly loaded: Promise<void>;
  /** Its page has the scripts of its first screen, and is busy with them; or it cannot be loaded. */
  readonly served: Promise<unknown>;
  /** Brings it to the front. */
  readonly open: () => void;
  readonly keepAppearance: (appearance: Appearance) => void;
  readonly tell: <Name extends NoticeName>(name: Name, value: NoticeValue<Name>) => void;
  /** What the page asked for until now waits for this. */
  readonly answerWith: (answer: Answer) => void;
}

/** Opens it at once: the page is read and drawn by another process while this one opens the point's data. */
export function openPointWindow({ dataDir, distDir }: RoleStart): PointWindow {
  const origin = originOf('point');
  const windowSession = session.defaultSession;
  const asked = new Promise<void>((resolve) => {
    serveFiles(windowSession, 'point', join(distDir, 'renderer'), (pathname) => {
      // Asked for together with all scripts, and last.
      if (pathname.endsWith('.css')) setTimeout(resolve, HANDED_OVER_MS);
    });
  });
  restrictPermissions(windowSession, origin);
  // The point's window has nothing to download.
  windowSession.on('will-download', (event) => event.preventDefault());
  let answerWith: PointWindow['answerWith'] = () => undefined;
  handleRequests(
    new Promise((resolve) => {
      answerWith = resolve;
    }),
  );
  const state = windowStateIn(join(dataDir, 'window-state.json'));
  const { window, loaded } = openWindow({
    host: 'point',
    session: windowSession,
    preload: join(distDir, 'preload.cjs'),
    state,
    tell: existsSync(join(dataDir, JOURNAL_FILE)) ? [] : [FIRST_START_ARGUMENT],
  });
  const open = () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  app.on('second-instance', open);
  // A click on the dock, after the window was closed into the tray.
  app.on('activate', open);
  const tell: PointWindow['tell'] = (name, value) => {
    if (!window.isDestroyed()) notify(window.webContents, name, value);
  };
  const { keepAppearance } = state;
  const served = Promise.race([asked, loaded.catch(() => undefined)]);
  return { window, loaded, served, open, keepAppearance, tell, answerWith };
}
