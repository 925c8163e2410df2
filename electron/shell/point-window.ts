import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import type { NoticeName, NoticeValue } from '../../shared/ipc-contract.ts';
import type { RequestHandlers } from './answer-request.ts';
import { originOf, serveApp } from './app-protocol.ts';
import { handleRequests, notify } from './ipc.ts';
import { restrictPermissions } from './permissions.ts';
import type { RoleContext } from './role.ts';
import { openWindow } from './window.ts';
import { windowStateIn } from './window-state.ts';

/** The point's one window, from before its data is open. */
export interface PointWindow {
  readonly window: BrowserWindow;
  /** Its page has loaded. */
  readonly loaded: Promise<void>;
  /** Its page has what it is made of, and is busy with it for a while; or it cannot be loaded. */
  readonly served: Promise<unknown>;
  /** Brings it to the front. */
  readonly open: () => void;
  readonly tell: <Name extends NoticeName>(name: Name, value: NoticeValue<Name>) => void;
  /** What the page asked for until now waits for this. */
  readonly answerWith: (handlers: RequestHandlers) => void;
}

/** Opens it at once: the page is read and drawn by another process while this one opens the point's data. */
export function openPointWindow(context: RoleContext): PointWindow {
  const origin = originOf('point');
  const windowSession = session.defaultSession;
  const served = new Promise<void>((resolve) => {
    serveApp(windowSession, 'point', join(context.distDir, 'renderer'), null, (pathname) => {
      // All its scripts are asked for together.
      if (pathname.endsWith('.js')) setImmediate(resolve);
    });
  });
  restrictPermissions(windowSession, origin);
  // The point's window has nothing to download.
  windowSession.on('will-download', (event) => event.preventDefault());
  let answerWith: PointWindow['answerWith'] = () => undefined;
  const handlers = new Promise<RequestHandlers>((resolve) => {
    answerWith = resolve;
  });
  handleRequests(handlers, {
    origin,
    onBug: (name, error) => context.log.error({ request: name, err: error }, 'request failed'),
  });
  const { window, loaded } = openWindow({
    host: 'point',
    session: windowSession,
    preload: join(context.distDir, 'preload.cjs'),
    state: windowStateIn(join(context.dataDir, 'window-state.json')),
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
  return { window, loaded, served: Promise.race([served, loaded.catch(() => undefined)]), open, tell, answerWith };
}
